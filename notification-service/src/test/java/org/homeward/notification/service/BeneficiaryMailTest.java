package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Colleague.DELIVERIES;
import static org.homeward.notification.service.Waiting.soon;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.contracts.notification.NotificationErasureConfirmed;
import org.homeward.kit.test.NeighbourEvents;
import org.homeward.notification.service.MailServer.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BeneficiaryMailTest {

    private final UUID beneficiary = Cases.registered(Cases.organisation());
    private final String address = "gulnora-" + beneficiary + "@mail.example";

    @AfterEach
    void isBack() {
        Neighbours.shared().away(false);
        Neighbours.shared().elsewhere(false);
    }

    @Test
    void with_her_consent_she_is_asked_to_call_and_nothing_of_her_is_kept_or_told() {
        Neighbours.shared().consents(beneficiary, address, "tg");

        var grant = Cases.approved(beneficiary);

        soon().untilAsserted(() -> assertThat(state()).isEqualTo("delivery.delivered"));
        var mail = mails().getFirst();
        assertThat(mail.subject()).isEqualTo("Лутфан бо мо тамос гиред");
        assertThat(mail.body())
                .contains("хабаре ҳаст")
                .doesNotContain(grant.grant().toString(), "REINT", beneficiary.toString());
        assertThat(Stored.everything())
                .contains("delivery.delivered")
                .doesNotContain("gulnora", address);
        assertThat(Stored.eventsOf(id())).isEmpty();
    }

    @Test
    void without_her_consent_she_gets_no_mail_and_nothing_is_told() {
        Cases.approved(beneficiary);

        soon().untilAsserted(() -> assertThat(state()).isEqualTo("delivery.suppressed"));
        assertThat(shown().path("reason").asString()).isEqualTo("NOT_REACHABLE");
        assertThat(mails()).isEmpty();
        assertThat(Stored.eventsOf(id())).isEmpty();
    }

    @Test
    void once_she_is_erased_what_waits_for_her_is_not_sent_and_it_is_confirmed() {
        Neighbours.shared().consents(beneficiary, address, "ru");
        Neighbours.shared().away(true);
        Cases.approved(beneficiary);
        soon().untilAsserted(() -> assertThat(state()).isEqualTo("delivery.queued"));
        var erasure = UUID.randomUUID();

        NeighbourEvents.tell("erasure", erasure, new BeneficiaryErased(erasure, beneficiary));

        soon().untilAsserted(
                        () ->
                                assertThat(
                                                Topics.about(
                                                        erasure,
                                                        "homeward.notification-erasure.v1"))
                                        .containsExactly(
                                                new NotificationErasureConfirmed(erasure)));
        assertThat(state()).isEqualTo("delivery.suppressed");
        assertThat(delivery().getEmbedded(List.of("state", "reason"), String.class))
                .isEqualTo("PERSON_ERASED");
        assertThat(shown().path("reason").asString()).isEqualTo("NOT_REACHABLE");
        Neighbours.shared().away(false);
        assertThat(mails()).isEmpty();
        assertThat(Stored.isErased(beneficiary)).isTrue();
    }

    @Test
    void consent_is_asked_for_when_the_mail_is_sent_not_before() {
        Neighbours.shared().consents(beneficiary, address, "ru");
        Neighbours.shared().away(true);
        Cases.approved(beneficiary);
        soon().untilAsserted(
                        () ->
                                assertThat(
                                                delivery()
                                                        .getEmbedded(
                                                                List.of("state", "attempts"),
                                                                Integer.class))
                                        .isPositive());
        assertThat(Neighbours.shared().timesAsked(beneficiary)).isZero();

        Neighbours.shared().withdraws(beneficiary);
        Neighbours.shared().away(false);

        soon().untilAsserted(() -> assertThat(state()).isEqualTo("delivery.suppressed"));
        assertThat(mails()).isEmpty();
    }

    @Test
    void while_it_can_not_be_asked_her_mail_waits_and_is_not_lost() {
        Neighbours.shared().consents(beneficiary, address, "en");
        Neighbours.shared().away(true);
        Cases.approved(beneficiary);
        soon().untilAsserted(() -> assertThat(state()).isEqualTo("delivery.queued"));

        Neighbours.shared().away(false);

        soon().until(this::mails, found -> !found.isEmpty());
        assertThat(Neighbours.shared().timesAsked(beneficiary)).isEqualTo(1);
    }

    @Test
    void when_another_is_asked_than_who_knows_her_it_waits_and_an_operator_is_told() {
        double before = RunningService.alarms("contact");
        Neighbours.shared().consents(beneficiary, address, "en");
        Neighbours.shared().elsewhere(true);
        Cases.approved(beneficiary);
        soon().until(() -> RunningService.alarms("contact") > before);
        assertThat(state()).isEqualTo("delivery.queued");

        Neighbours.shared().elsewhere(false);

        soon().until(this::mails, found -> !found.isEmpty());
    }

    private List<Mail> mails() {
        return MailServer.shared().mailsTo(address);
    }

    private UUID id() {
        return delivery().get("_id", UUID.class);
    }

    /** As an administrator sees it; newest first, and no other test makes a hundred meanwhile. */
    private JsonNode shown() {
        var list = Colleague.in("administrator").get(DELIVERIES + "?state=SUPPRESSED&limit=100");
        return list.json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private String state() {
        return delivery().getEmbedded(List.of("state", "_class"), String.class);
    }

    /** Her message; she has no list of her own. */
    private Document delivery() {
        var hers =
                new Document("state.message.to._class", "recipient.beneficiary")
                        .append("state.message.beneficiary", beneficiary);
        return soon().until(
                        () ->
                                RunningService.database()
                                        .getCollection("deliveries")
                                        .find(hers)
                                        .first(),
                        found -> found != null);
    }
}
