package org.homeward.story.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.contracts.consent.ConsentPurpose.PHOTOGRAPH;
import static org.homeward.contracts.consent.ConsentPurpose.STORY_PUBLICATION;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final UUID ID = UUID.fromString("7d1f1d5e-4c2b-4f0e-9a6f-0d8f3b6c2a11");
    private static final UUID STORY = UUID.fromString("5b0c2f7e-93d8-4f4e-8a44-2f6f6e7a9c01");
    private static final UUID OTHER_STORY = UUID.fromString("1e8d6a52-0c4b-4c3e-b1a7-7c0d9f3e5b64");
    private static final String TEXT = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void it_is_in_force_for_the_text_it_was_given_for() {
        assertThat(given(TEXT, null).standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void for_another_text_the_person_has_not_agreed() {
        assertThat(given(TEXT, null).standing(STORY, STORY_PUBLICATION, OTHER, TODAY))
                .isEqualTo(Standing.OTHER_TEXT);
    }

    @Test
    void it_holds_through_its_last_day_and_not_one_day_more() {
        assertThat(given(TEXT, TODAY).standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.IN_FORCE);
        assertThat(given(TEXT, TODAY).standing(STORY, STORY_PUBLICATION, TEXT, TODAY.plusDays(1)))
                .isEqualTo(Standing.EXPIRED);
    }

    @Test
    void one_that_has_published_a_story_is_for_no_other_not_even_with_the_same_words() {
        var spent = new Consent(ID, STORY_PUBLICATION, Consent.State.GIVEN, TEXT, null, STORY);

        assertThat(spent.standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.IN_FORCE);
        assertThat(spent.standing(OTHER_STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.OTHER_STORY);
        assertThat(
                        Consent.after(spent, yes(OTHER, null))
                                .standing(OTHER_STORY, STORY_PUBLICATION, OTHER, TODAY))
                .isEqualTo(Standing.OTHER_STORY);
    }

    @Test
    void a_refusal_and_a_withdrawal_close_every_text() {
        var refused = Consent.after(null, new ConsentRefused(ID, STORY_PUBLICATION, null));

        assertThat(refused.standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.REFUSED);
        assertThat(withdrawn(given(TEXT, null)).standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void a_yes_to_a_new_text_replaces_the_yes_to_the_old_one() {
        var again = Consent.after(given(TEXT, null), yes(OTHER, null));

        assertThat(again.standing(STORY, STORY_PUBLICATION, OTHER, TODAY))
                .isEqualTo(Standing.IN_FORCE);
        assertThat(again.standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.OTHER_TEXT);
    }

    @Test
    void a_withdrawal_is_final_whatever_comes_after_it() {
        var after = Consent.after(withdrawn(given(TEXT, null)), yes(TEXT, null));

        assertThat(after.standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void a_withdrawal_may_be_the_first_thing_that_is_heard() {
        assertThat(withdrawn(null).standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void a_yes_to_be_shown_is_none_to_a_text_and_the_other_way_round() {
        var shown = Consent.after(null, new ConsentGiven(ID, PHOTOGRAPH, null, TEXT, TODAY));

        assertThat(shown.standing(STORY, PHOTOGRAPH, TEXT, TODAY)).isEqualTo(Standing.IN_FORCE);
        assertThat(shown.standing(STORY, PHOTOGRAPH, OTHER, TODAY)).isEqualTo(Standing.OTHER_TEXT);
        assertThat(shown.standing(STORY, PHOTOGRAPH, TEXT, TODAY.plusDays(1)))
                .isEqualTo(Standing.EXPIRED);
        assertThat(shown.standing(STORY, STORY_PUBLICATION, TEXT, TODAY))
                .isEqualTo(Standing.OTHER_PURPOSE);
        assertThat(given(TEXT, null).standing(STORY, PHOTOGRAPH, TEXT, TODAY))
                .isEqualTo(Standing.OTHER_PURPOSE);
    }

    @Test
    void who_said_no_or_whose_yes_has_run_out_is_not_to_be_shown() {
        assertThat(withdrawn(null).over(TODAY)).hasValue(Standing.WITHDRAWN);
        assertThat(given(TEXT, null).over(TODAY)).isEmpty();
        assertThat(given(TEXT, TODAY).over(TODAY)).isEmpty();
        assertThat(given(TEXT, TODAY).over(TODAY.plusDays(1))).hasValue(Standing.EXPIRED);
    }

    @Test
    void one_that_nothing_was_heard_of_is_not_given() {
        assertThat(
                        KnownConsents.of(List.of())
                                .standings(new Basis(STORY, TEXT, List.of(ID), List.of()), TODAY))
                .containsExactly(new ConsentStanding(ID, Standing.NOT_GIVEN));
    }

    private static Consent given(String hash, @Nullable LocalDate validUntil) {
        return Consent.after(null, yes(hash, validUntil));
    }

    private static Consent withdrawn(@Nullable Consent before) {
        return Consent.after(before, new ConsentWithdrawn(ID, STORY_PUBLICATION, null));
    }

    private static ConsentGiven yes(String hash, @Nullable LocalDate validUntil) {
        return new ConsentGiven(ID, STORY_PUBLICATION, null, hash, validUntil);
    }
}
