package org.homeward.beneficiary.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T05:00:00Z");
    private static final Proof SIGNED = new Proof(Proof.Way.SIGNED_FORM, null, "worker");
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

    private static Consent asked(ConsentPurpose purpose) {
        return Consent.request(
                        new ConsentRequest(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                purpose,
                                "umed",
                                "TJ-KT-VOSE",
                                "tg",
                                "2026-1",
                                ASKED,
                                "worker"))
                .state();
    }
}
