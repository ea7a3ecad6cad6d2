package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.mails;
import static org.homeward.notification.service.Waiting.newest;
import static org.homeward.notification.service.Waiting.soon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.notification.service.MailServer.Mail;
import org.junit.jupiter.api.Test;

class DigestMailTest {

    private static final String CLOCK = "/local/v1/programme-clock";

    private final Colleague administrator = Colleague.in("administrator");
    private final Colleague editor =
            daily(Colleague.in("story-editor"), "STORY_PUBLISHED", "STORY_RETRACTED");

    @Test
    void what_came_in_a_day_is_told_in_one_mail_and_an_empty_day_in_none() {
        var published = Cases.published();
        var retracted = Cases.retracted();
        gathered(2);
        assertThat(editor.mails()).isEmpty();
        assertThat(newest(editor, "GATHERING").path("occasion").isNull()).isTrue();

        aDayPasses();

        var mail = mail(editor, published);
        assertThat(mail.body()).contains(retracted.toString());
        assertThat(mail.subject()).isEqualTo("News of the day: 2");
        var sent = newest(editor, "DELIVERED");
        assertThat(mail.id()).contains(sent.path("id").asString());
        var id = UUID.fromString(sent.path("id").asString());
        soon().untilAsserted(
                        () ->
                                assertThat(Topics.about(id))
                                        .containsExactlyInAnyOrder(
                                                told(id, "published"), told(id, "retracted")));

        aDayPasses();
        aDayPasses();
        var next = Cases.published();
        gathered(1);
        aDayPasses();
        mail(editor, next);
        assertThat(editor.mails()).hasSize(2);
        assertThat(editor.deliveries()).hasSize(2);
    }

    @Test
    void what_comes_when_the_day_is_closed_is_for_the_next() {
        var first = Cases.published();
        gathered(1);
        aDayPasses();
        mail(editor, first);

        var second = Cases.published();
        gathered(1);
        aDayPasses();

        mail(editor, second);
        assertThat(mails(editor, first)).hasSize(1);
        assertThat(editor.mails()).hasSize(2);
    }

    @Test
    void nothing_is_lost_while_the_mail_server_is_away() {
        MailServer.shared().goAway();
        var story = Cases.published();
        gathered(1);
        aDayPasses();

        MailServer.shared().comeBack();

        mail(editor, story);
        newest(editor, "DELIVERED");
    }

    @Test
    void who_dies_between_closing_and_sending_leaves_all_of_it_to_be_sent() {
        var story = Cases.published();
        var other = Cases.retracted();
        gathered(2);
        aDayPasses();
        mail(editor, story);
        var id = UUID.fromString(newest(editor, "DELIVERED").path("id").asString());

        Stored.leaveAsAfterAKill(id);

        soon().until(() -> mails(editor, story).size() == 2);
        assertThat(mails(editor, other))
                .hasSize(2)
                .extracting(Mail::id)
                .containsOnly("<" + id + "@mail.example>");
    }

    @Test
    void what_is_out_of_her_scope_when_it_is_sent_is_left_out() {
        var organisation = Cases.organisation();
        var worker = daily(Colleague.in("case-worker").of(organisation, "*"), "GRANT_APPROVED");
        var stays = Cases.approved(known(organisation));
        var beneficiary = known(organisation);
        var moves = Cases.approved(beneficiary);
        soon().until(() -> gatheredFor(worker) == 2);

        Cases.movesTo(beneficiary, Cases.organisation());
        soon().until(() -> !Stored.placeOf(beneficiary).equals(organisation));
        aDayPasses();

        var mail = mail(worker, stays.grant());
        assertThat(mail.subject()).isEqualTo("News of the day: 1");
        assertThat(mail.body()).doesNotContain(moves.grant().toString());
    }

    private static UUID known(String organisation) {
        var beneficiary = Cases.registered(organisation);
        soon().until(() -> Stored.placeOf(beneficiary).equals(organisation));
        return beneficiary;
    }

    private static NotificationDelivered told(UUID id, String what) {
        return new NotificationDelivered(
                id, DeliveryChannel.EMAIL, "homeward.story." + what + ".v1");
    }

    private static Colleague daily(Colleague colleague, String... occasions) {
        var answer =
                colleague.put(
                        Colleague.MINE,
                        Map.of("occasions", List.of(occasions), "language", "en", "pace", "DAILY"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(colleague.get(Colleague.MINE).json().path("pace").asString()).isEqualTo("DAILY");
        return colleague;
    }

    private void gathered(int notices) {
        soon().until(() -> gatheredFor(editor) == notices);
    }

    /** How much the mail of the day tells so far. */
    private static int gatheredFor(Colleague colleague) {
        var found =
                RunningService.database()
                        .getCollection("deliveries")
                        .find(
                                new Document("state._class", "delivery.gathering")
                                        .append(
                                                "state.message.to.subscription",
                                                Stored.subscriptionOf(colleague)))
                        .first();
        return found == null
                ? 0
                : found.getEmbedded(List.of("state", "message", "notices"), List.class).size();
    }

    /** By the programme's clock; days and mails of other tests pass with it. */
    private void aDayPasses() {
        var before = Duration.parse(administrator.get(CLOCK).json().path("offset").asString());
        var answer = administrator.put(CLOCK, Map.of("offset", before.plusDays(1).toString()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        var now = Instant.parse(answer.json().path("now").asString());
        soon().until(() -> RunningService.knows(now));
    }
}
