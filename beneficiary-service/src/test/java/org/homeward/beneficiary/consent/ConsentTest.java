package org.homeward.beneficiary.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T05:00:00Z");
    private static final Proof SIGNED =
            new Proof(Proof.Way.SIGNED_FORM, "b".repeat(64), null, "worker");
    private static final UUID PERSON = UUID.randomUUID();
    private static final String HASH = "a".repeat(64);

    @Test
    void a_consent_at_large_names_the_person_and_one_for_a_story_does_not() {
        var large = asked(ConsentPurpose.CASE_MANAGEMENT).give(SIGNED, null, null, ASKED);
        var story =
                asked(ConsentPurpose.STORY_PUBLICATION)
                        .give(SIGNED, HASH, null, ASKED.plus(Duration.ofDays(8)));

        assertThat(((ConsentGiven) large.events().getFirst()).beneficiary()).isNotNull();
        assertThat(((ConsentGiven) story.events().getFirst()).beneficiary()).isNull();
    }

    @Test
    void a_yes_to_be_shown_names_the_picture_and_one_at_large_names_nothing() {
        var photograph = asked(ConsentPurpose.PHOTOGRAPH).give(SIGNED, HASH, null, ASKED);

        assertThat(photograph.events())
                .singleElement()
                .extracting(event -> ((ConsentGiven) event).textHash())
                .isEqualTo(HASH);
        assertThatThrownBy(() -> asked(ConsentPurpose.PHOTOGRAPH).give(SIGNED, null, null, ASKED))
                .isInstanceOf(TextNeeded.class);
        assertThatThrownBy(() -> asked(ConsentPurpose.RESEARCH).give(SIGNED, HASH, null, ASKED))
                .isInstanceOf(TextNeeded.class);
    }

    @Test
    void a_yes_to_a_story_is_too_early_for_seven_days() {
        var asked = asked(ConsentPurpose.STORY_PUBLICATION);

        assertThatThrownBy(
                        () ->
                                asked.give(
                                        SIGNED,
                                        HASH,
                                        null,
                                        ASKED.plus(Duration.ofDays(7)).minusMillis(1)))
                .isInstanceOf(CoolingOff.class);
        assertThat(asked.give(SIGNED, HASH, null, ASKED.plus(Duration.ofDays(7))).events())
                .hasSize(1);
    }

    @Test
    void a_consent_holds_through_its_last_day() {
        var last = LocalDate.of(2026, 6, 30);
        var given = asked(ConsentPurpose.RESEARCH).give(SIGNED, null, last, ASKED).state();

        assertThat(given.isInForce(last)).isTrue();
        assertThat(given.isInForce(last.plusDays(1))).isFalse();
    }

    @Test
    void it_can_be_taken_back_in_every_state_and_is_told_once() {
        var asked = asked(ConsentPurpose.RESEARCH);
        var withdrawn = asked.give(SIGNED, null, null, ASKED).state().withdraw(ASKED);

        assertThat(withdrawn.events()).singleElement().isInstanceOf(ConsentWithdrawn.class);
        assertThat(withdrawn.state().withdraw(ASKED).events()).isEmpty();
        assertThat(asked.withdraw(ASKED).events()).hasSize(1);
        assertThat(asked.refuse(ASKED).state().withdraw(ASKED).events()).hasSize(1);
    }

    @Test
    void what_was_taken_back_can_not_be_given_again() {
        var withdrawn = asked(ConsentPurpose.RESEARCH).withdraw(ASKED).state();

        assertThatThrownBy(() -> withdrawn.give(SIGNED, null, null, ASKED))
                .isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> withdrawn.refuse(ASKED)).isInstanceOf(StateConflict.class);
    }

    @Test
    void a_thumbprint_is_witnessed_by_somebody_else_than_who_asked() {
        var asked = asked(ConsentPurpose.RESEARCH);

        assertThatThrownBy(() -> asked.give(thumbprint("worker"), null, null, ASKED))
                .isInstanceOf(AnotherWitness.class);
        assertThat(asked.give(thumbprint("colleague"), null, null, ASKED).events()).hasSize(1);
    }

    @Test
    void a_no_ends_what_was_given_or_asked_for_the_same_purpose_of_the_same_person() {
        var no = asked(ConsentPurpose.RESEARCH).withdraw(ASKED).state();
        var given = asked(ConsentPurpose.RESEARCH).give(SIGNED, null, null, ASKED).state();

        assertThat(given.outlasts(no)).isFalse();
        assertThat(asked(ConsentPurpose.RESEARCH).outlasts(no)).isFalse();
        assertThat(given.withdraw(ASKED).state().outlasts(no)).isTrue();
    }

    @Test
    void it_is_over_with_any_no_and_with_no_day() {
        var asked = asked(ConsentPurpose.RESEARCH);
        var given = asked.give(SIGNED, null, LocalDate.of(2026, 3, 2), ASKED).state();

        assertThat(List.of(asked, given)).noneMatch(Consent::isOver);
        assertThat(
                        List.of(
                                asked.refuse(ASKED).state(),
                                given.withdraw(ASKED).state(),
                                given.erase(UUID.randomUUID(), ASKED).state()))
                .allMatch(Consent::isOver);
    }

    @Test
    void a_no_leaves_other_purposes_people_partners_and_stories_alone() {
        var no = asked(ConsentPurpose.RESEARCH);
        var noStory = asked(ConsentPurpose.STORY_PUBLICATION);
        var noPartner = asked(ConsentPurpose.SHARING_WITH_PARTNER, PERSON, "madad");

        assertThat(asked(ConsentPurpose.CASE_MANAGEMENT).outlasts(no)).isTrue();
        assertThat(asked(ConsentPurpose.RESEARCH, UUID.randomUUID(), null).outlasts(no)).isTrue();
        assertThat(asked(ConsentPurpose.STORY_PUBLICATION).outlasts(noStory)).isTrue();
        assertThat(asked(ConsentPurpose.SHARING_WITH_PARTNER, PERSON, "umed").outlasts(noPartner))
                .isTrue();
        assertThat(asked(ConsentPurpose.SHARING_WITH_PARTNER, PERSON, "madad").outlasts(noPartner))
                .isFalse();
    }

    @Test
    void with_its_person_a_consent_is_taken_back_and_what_was_written_by_it_ordered_to_go() {
        var order = UUID.randomUUID();
        var yes =
                asked(ConsentPurpose.STORY_PUBLICATION)
                        .give(SIGNED, HASH, null, ASKED.plus(Duration.ofDays(8)))
                        .state();

        var erased = yes.erase(order, ASKED);

        var id = yes.request().consent();
        assertThat(erased.events())
                .containsExactly(
                        new ConsentWithdrawn(id, ConsentPurpose.STORY_PUBLICATION, null),
                        new ConsentErased(id, ConsentPurpose.STORY_PUBLICATION, order, null));
        assertThat(erased.state()).isEqualTo(new Consent.Erased(yes.request(), ASKED));
        assertThat(erased.state().withdraw(ASKED).events()).isEmpty();
    }

    @Test
    void a_consent_at_large_ends_without_an_order_and_one_taken_back_is_not_taken_back_again() {
        var order = UUID.randomUUID();
        var withdrawn = asked(ConsentPurpose.RESEARCH).withdraw(ASKED).state();

        assertThat(withdrawn.erase(order, ASKED).events())
                .containsExactly(
                        new ConsentErased(
                                withdrawn.request().consent(),
                                ConsentPurpose.RESEARCH,
                                null,
                                PERSON));
    }

    @Test
    void with_whom_data_is_shared_is_named_to_who_asked_has_the_case_or_is_cleared() {
        var request = asked(ConsentPurpose.SHARING_WITH_PARTNER, PERSON, "shelter").request();

        assertThat(request.namesPartnerTo(reader("worker", "case-worker"), "owner")).isTrue();
        assertThat(request.namesPartnerTo(reader("owner", "case-worker"), "owner")).isTrue();
        assertThat(request.namesPartnerTo(reader("dpo", "data-protection-officer"), "owner"))
                .isTrue();
        assertThat(request.namesPartnerTo(reader("colleague", "case-worker"), "owner")).isFalse();
        assertThat(request.namesPartnerTo(reader("officer", "protection-officer"), "owner"))
                .isFalse();
        assertThat(
                        request.namesPartnerTo(
                                reader("officer", "protection-officer", "protection"), "owner"))
                .isTrue();
    }

    private static Actor reader(String subject, String role, String... clearances) {
        return new Actor(
                "issuer", subject, "umed", Set.of(role), Set.of("*"), Set.of(clearances), null);
    }

    private static Proof thumbprint(String witness) {
        return new Proof(Proof.Way.WITNESSED_THUMBPRINT, "b".repeat(64), null, witness);
    }

    private static Consent asked(ConsentPurpose purpose) {
        return asked(purpose, PERSON, null);
    }

    private static Consent asked(ConsentPurpose purpose, UUID person, @Nullable String partner) {
        return Consent.request(
                        new ConsentRequest(
                                UUID.randomUUID(),
                                person,
                                purpose,
                                partner,
                                "tg",
                                "2026-1",
                                ASKED,
                                "worker"))
                .state();
    }
}
