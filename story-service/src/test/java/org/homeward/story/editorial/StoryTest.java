package org.homeward.story.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.homeward.story.editorial.Stories.AT;
import static org.homeward.story.editorial.Stories.BROTHER;
import static org.homeward.story.editorial.Stories.CONSENT;
import static org.homeward.story.editorial.Stories.CROWD;
import static org.homeward.story.editorial.Stories.ID;
import static org.homeward.story.editorial.Stories.LEAD;
import static org.homeward.story.editorial.Stories.PHOTOGRAPH;

import java.util.List;
import java.util.Map;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.story.StoryDrafted;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.kit.web.StateConflict;
import org.homeward.story.consent.Consent;
import org.homeward.story.consent.ConsentStanding;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.consent.Standing;
import org.homeward.story.crowd.Crowd;
import org.homeward.story.text.Language;
import org.homeward.story.text.Section;
import org.homeward.story.text.Texts;
import org.homeward.story.text.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafting a story and handing it in. */
class StoryTest {

    @Test
    void drafting_tells_of_a_story_and_of_nothing_in_it() {
        var decision = Draft.begin(Stories.profile(StoryKind.STORY, CONSENT), Texts.tailor());

        assertThat(decision.events()).containsExactly(new StoryDrafted(ID, StoryKind.STORY));
    }

    @Test
    void a_draft_is_revised_as_often_as_its_author_likes() {
        var draft = Stories.draft();
        var revised = draft.revise(draft.profile(), Texts.shorter());

        assertThat(revised.state().text().open()).isEqualTo(Texts.shorter());
        assertThat(revised.events()).isEmpty();
    }

    @Test
    void nothing_is_written_of_who_does_not_agree_any_more_and_nobody_else_is_named() {
        var profile = Stories.pictured().profile();
        var asked = KnownConsents.of(List.of());
        var ended =
                new Consent(
                        PHOTOGRAPH,
                        ConsentPurpose.PHOTOGRAPH,
                        Consent.State.GIVEN,
                        Stories.PICTURE_HASH,
                        Stories.TODAY,
                        null);
        var known = KnownConsents.of(List.of(ended));

        assertThat(profile.consents()).containsExactly(CONSENT, PHOTOGRAPH);
        assertThatNoException().isThrownBy(() -> profile.mayBeWritten(asked, Stories.TODAY));
        assertThatNoException().isThrownBy(() -> profile.mayBeWritten(known, Stories.TODAY));
        assertThatExceptionOfType(ConsentMissing.class)
                .isThrownBy(() -> profile.mayBeWritten(known, Stories.TODAY.plusDays(1)))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry(
                                                "consents",
                                                List.of(
                                                        new ConsentStanding(
                                                                PHOTOGRAPH, Standing.EXPIRED))));
    }

    @Test
    void the_same_words_typed_again_are_the_same_story_and_those_of_another_are_not() {
        var draft = Stories.draft();
        var revised = draft.revise(draft.profile(), Texts.typed(Texts.tailor())).state();
        var other = Stories.draft(Texts.typed(Texts.tailor()), CONSENT);

        assertThat(revised.digest()).isEqualTo(draft.digest());
        assertThat(other.digest()).isNotEqualTo(draft.digest());
    }

    @Test
    void a_complete_draft_goes_to_both_reviews() {
        var decision = Stories.draft().submit(CROWD);

        assertThat(decision.state().disclosure()).isNull();
        assertThat(decision.state().content()).isNull();
        assertThat(decision.events()).containsExactly(new StorySubmitted(ID));
    }

    @Test
    void a_story_of_nobody_without_words_is_not_submitted() {
        assertThatExceptionOfType(StoryIncomplete.class)
                .isThrownBy(() -> Stories.draft(Texts.none()).submit(CROWD))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("missing", List.of("versions", "persons")));
    }

    @Test
    void why_a_review_sent_it_back_is_in_sight_until_somebody_whom_it_may_tell_of_is_left_out() {
        var sentBack = Stories.inReview().sendBack(Review.CONTENT, LEAD, "Her sister", AT).state();
        var revised = sentBack.revise(sentBack.profile(), Texts.tailor()).state();
        var another = Stories.profile(StoryKind.STORY, BROTHER);

        assertThat(revised.returned()).isNotNull();
        assertThat(revised.revise(another, Texts.tailor()).state().returned()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"CALL, closes", "PAGE, standsAt"})
    void a_call_without_its_last_day_and_a_page_without_its_place_are_not_submitted(
            StoryKind kind, String missing) {
        var profile =
                Stories.profile(kind)
                        .with("REINT-26", null, null, null, null, List.of(), List.of());
        var draft = Draft.begin(profile, Texts.tailor()).state();

        assertThatExceptionOfType(StoryIncomplete.class)
                .isThrownBy(() -> draft.submit(CROWD))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("missing", List.of(missing)));
    }

    @Test
    void a_language_without_a_body_keeps_the_draft_back() {
        var text = Texts.of(Map.of(Language.RU, Texts.version("Дома", "Он вернулся.")));

        assertThatExceptionOfType(StoryIncomplete.class)
                .isThrownBy(() -> Stories.draft(text, CONSENT).submit(CROWD))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("missing", List.of("versions/ru")));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t\r\n", "\u00A0", "\u2003\u200C", "\u00AD"})
    void what_is_blank_is_no_title_no_teaser_and_no_body(String blank) {
        for (Version bare :
                List.of(
                        Texts.version(blank, "Он вернулся.", "У него мастерская."),
                        Texts.version("Дома", blank, "У него мастерская."),
                        Texts.version("Дома", "Он вернулся.", blank, blank))) {
            var text = Texts.of(Map.of(Language.RU, bare));

            assertThatExceptionOfType(StoryIncomplete.class)
                    .isThrownBy(() -> Stories.draft(text, CONSENT).submit(CROWD))
                    .satisfies(
                            problem ->
                                    assertThat(problem.extensions())
                                            .containsEntry("missing", List.of("versions/ru")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200C"})
    void a_blank_heading_or_paragraph_is_none(String blank) {
        assertThat(new Section(blank, List.of(blank, "У него мастерская.", blank)))
                .isEqualTo(new Section(null, List.of("У него мастерская.")));
    }

    @Test
    void a_picture_needs_its_words_in_each_language_and_a_consent_for_each_face() {
        assertMissing(
                Stories.pictured(Texts.tailor(), 2, PHOTOGRAPH),
                "pictures/0/shown",
                "versions/tg/alternatives/0",
                "versions/ru/alternatives/0",
                "versions/en/alternatives/0");
        assertMissing(
                Stories.pictured(Texts.tailor("\u200C"), 0),
                "versions/tg/alternatives/0",
                "versions/ru/alternatives/0",
                "versions/en/alternatives/0");
        assertThat(Stories.pictured().submit(CROWD).events()).hasSize(1);
    }

    private static void assertMissing(Draft draft, String... missing) {
        assertThatExceptionOfType(StoryIncomplete.class)
                .isThrownBy(() -> draft.submit(CROWD))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("missing", List.of(missing)));
    }

    @Test
    void a_place_that_few_grants_fit_keeps_back_whatever_tells_of_people() {
        var few = new Crowd(Crowd.ENOUGH - 1, Crowd.ENOUGH, Crowd.ENOUGH);

        for (Draft draft : List.of(Stories.draft(), Stories.call(CONSENT), Stories.pictured())) {
            assertThatExceptionOfType(PlaceTooRare.class)
                    .isThrownBy(() -> draft.submit(few))
                    .satisfies(
                            problem ->
                                    assertThat(problem.extensions())
                                            .containsEntry(
                                                    "leaveOut",
                                                    List.of(List.of("region"), List.of("sector"))));
            assertThat(draft.submit(CROWD).events()).hasSize(1);
        }
    }

    @Test
    void who_is_shown_is_somebody_too_and_what_is_of_nobody_tells_any_place() {
        var nobody = new Crowd(0, 0, 0);
        var shown = Stories.pictured().profile();
        var news =
                Stories.profile(StoryKind.NEWS)
                        .with(
                                shown.programme(),
                                shown.region(),
                                shown.sector(),
                                null,
                                null,
                                List.of(),
                                shown.pictures());
        var draft = Draft.begin(news, Texts.tailor("He sits at his machine.")).state();

        assertThatExceptionOfType(PlaceTooRare.class).isThrownBy(() -> draft.submit(nobody));
        for (StoryKind kind : List.of(StoryKind.NEWS, StoryKind.CALL, StoryKind.PAGE)) {
            assertThat(Stories.of(kind).submit(nobody).events()).hasSize(1);
        }
    }

    @Test
    void a_story_that_tells_neither_region_nor_sector_may_always_be_handed_in() {
        var profile = Stories.profile(StoryKind.STORY, CONSENT);
        var silent =
                profile.with(
                        profile.programme(), null, null, null, null, profile.persons(), List.of());
        var draft = Draft.begin(silent, Texts.tailor()).state();

        assertThat(draft.submit(new Crowd(0, 0, 0)).events()).hasSize(1);
    }

    @Test
    void what_people_consent_to_is_the_text_as_both_reviewers_approved_it() {
        var approved = Stories.approved();
        var longAgo =
                new Approved(
                        approved.profile(),
                        approved.text(),
                        "a".repeat(64),
                        approved.disclosure(),
                        approved.content());

        assertThat(Stories.inReview().digest()).contains(approved.textHash());
        assertThat(longAgo.digest()).contains("a".repeat(64));
    }

    @Test
    void a_command_in_the_wrong_state_is_told_the_state() {
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> Stories.published().as(Draft.class))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("state", "PUBLISHED"));
    }
}
