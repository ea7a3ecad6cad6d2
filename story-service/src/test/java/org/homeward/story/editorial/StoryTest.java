package org.homeward.story.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.homeward.story.editorial.Stories.AT;
import static org.homeward.story.editorial.Stories.AUTHOR;
import static org.homeward.story.editorial.Stories.BROTHER;
import static org.homeward.story.editorial.Stories.CONSENT;
import static org.homeward.story.editorial.Stories.ID;
import static org.homeward.story.editorial.Stories.LEAD;
import static org.homeward.story.editorial.Stories.PAGE;
import static org.homeward.story.editorial.Stories.PROTECTION;
import static org.homeward.story.editorial.Stories.TODAY;
import static org.homeward.story.editorial.Stories.known;
import static org.homeward.story.editorial.Stories.yesTo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.contracts.story.StoryDrafted;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.kit.web.StateConflict;
import org.homeward.story.consent.Consent;
import org.homeward.story.consent.ConsentStanding;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.consent.Standing;
import org.homeward.story.text.Language;
import org.homeward.story.text.StoryText;
import org.homeward.story.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void a_complete_draft_goes_to_both_reviews() {
        var decision = Stories.draft().submit();

        assertThat(decision.state().disclosure()).isNull();
        assertThat(decision.state().content()).isNull();
        assertThat(decision.events()).containsExactly(new StorySubmitted(ID));
    }

    @Test
    void a_story_of_nobody_without_words_is_not_submitted() {
        assertThatExceptionOfType(StoryIncomplete.class)
                .isThrownBy(Stories.draft(Texts.none())::submit)
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("missing", List.of("versions", "persons")));
    }

    @Test
    void a_language_without_a_body_keeps_the_draft_back() {
        var text = new StoryText(Map.of(Language.RU, Texts.version("Дома", "Он вернулся.")));

        assertThatExceptionOfType(StoryIncomplete.class)
                .isThrownBy(Stories.draft(text, CONSENT)::submit)
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry("missing", List.of("versions/ru")));
    }

    @ParameterizedTest
    @EnumSource
    void the_author_gives_neither_review(Review review) {
        var inReview = Stories.inReview();

        assertThatExceptionOfType(AuthorMayNotReview.class)
                .isThrownBy(() -> inReview.approve(review, AUTHOR, AT));
        assertThatExceptionOfType(AuthorMayNotReview.class)
                .isThrownBy(() -> inReview.sendBack(review, AUTHOR, "for fun", AT));
    }

    @Test
    void one_person_does_not_give_both_reviews() {
        var once = (InReview) Stories.inReview().approve(Review.CONTENT, LEAD, AT).state();

        assertThatExceptionOfType(SameReviewer.class)
                .isThrownBy(() -> once.approve(Review.DISCLOSURE, LEAD, AT));
        assertThatExceptionOfType(SameReviewer.class)
                .isThrownBy(() -> once.sendBack(Review.DISCLOSURE, LEAD, "names a village", AT));
    }

    @Test
    void a_review_is_given_once() {
        var once = (InReview) Stories.inReview().approve(Review.CONTENT, LEAD, AT).state();

        assertThatExceptionOfType(AlreadyReviewed.class)
                .isThrownBy(() -> once.approve(Review.CONTENT, "another-lead", AT));
    }

    @Test
    void one_review_alone_approves_nothing() {
        var decision = Stories.inReview().approve(Review.DISCLOSURE, PROTECTION, AT);

        assertThat(decision.state()).isInstanceOf(InReview.class);
        assertThat(decision.events()).isEmpty();
    }

    @Test
    void both_reviews_in_any_order_approve_and_freeze_the_text() {
        var content = (InReview) Stories.inReview().approve(Review.CONTENT, LEAD, AT).state();
        var decision = content.approve(Review.DISCLOSURE, PROTECTION, AT);

        assertThat(decision.state())
                .isInstanceOfSatisfying(
                        Approved.class,
                        approved ->
                                assertThat(approved.textHash()).isEqualTo(Texts.tailor().hash()));
        assertThat(decision.events()).containsExactly(new StoryApproved(ID));
    }

    @Test
    void a_review_sends_the_story_back_with_a_reason_that_is_not_printed() {
        var draft =
                Stories.inReview()
                        .sendBack(Review.DISCLOSURE, PROTECTION, "names the village", AT)
                        .state();
        var returned = Objects.requireNonNull(draft.returned());

        assertThat(returned.reason().open()).isEqualTo("names the village");
        assertThat(draft.toString()).doesNotContain("village").doesNotContain("Ҷамшед");
    }

    @Test
    void after_it_came_back_both_reviews_start_anew() {
        var once = (InReview) Stories.inReview().approve(Review.CONTENT, LEAD, AT).state();
        var back = once.sendBack(Review.DISCLOSURE, PROTECTION, "names the village", AT).state();

        assertThat(back.submit().state().content()).isNull();
    }

    @Test
    void editing_an_approved_story_makes_it_a_draft_again() {
        var approved = Stories.approved();
        var revised = approved.revise(approved.profile(), Texts.shorter()).state();

        assertThat(revised.stateName()).isEqualTo("DRAFT");
        assertThat(revised.submit().state().disclosure()).isNull();
    }

    @Test
    void with_every_consent_in_force_it_becomes_public_under_a_random_address() {
        var approved = Stories.approved();
        var decision = approved.publish(yesTo(approved.textHash()), TODAY, PAGE, AT);

        assertThat(decision.events())
                .containsExactly(
                        new StoryPublished(
                                ID,
                                List.of("tg", "ru", "en"),
                                StoryKind.STORY,
                                "TJ-KT",
                                Sector.CLOTHING,
                                "/stories/" + PAGE));
    }

    @Test
    void a_consent_to_another_text_publishes_nothing() {
        assertRefused(Stories.approved(), Standing.OTHER_TEXT, yesTo("b".repeat(64)));
    }

    @Test
    void a_consent_whose_last_day_has_passed_publishes_nothing() {
        var approved = Stories.approved();
        var yesterday =
                new Consent(CONSENT, Consent.State.GIVEN, approved.textHash(), TODAY.minusDays(1));

        assertRefused(approved, Standing.EXPIRED, known(yesterday));
    }

    @Test
    void a_consent_nobody_has_heard_of_publishes_nothing() {
        assertRefused(Stories.approved(), Standing.NOT_GIVEN, known());
    }

    @Test
    void a_withdrawn_consent_publishes_nothing() {
        var withdrawn = new Consent(CONSENT, Consent.State.WITHDRAWN, null, null);

        assertRefused(Stories.approved(), Standing.WITHDRAWN, known(withdrawn));
    }

    @Test
    void everybody_in_the_story_has_to_agree() {
        var approved = Stories.approved(Stories.draft(Texts.tailor(), CONSENT, BROTHER));

        assertThatExceptionOfType(ConsentMissing.class)
                .isThrownBy(() -> approved.publish(yesTo(approved.textHash()), TODAY, PAGE, AT))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry(
                                                "consents",
                                                List.of(
                                                        new ConsentStanding(
                                                                BROTHER, Standing.NOT_GIVEN))));
    }

    @Test
    void news_of_nobody_needs_no_consent() {
        var decision = Stories.approved(Stories.news()).publish(known(), TODAY, PAGE, AT);

        assertThat(decision.state().page()).isEqualTo(PAGE);
    }

    @Test
    void it_may_stay_only_while_everybody_agrees_to_this_text() {
        var published = Stories.published();

        assertThat(published.mayStay(yesTo(published.textHash()), TODAY)).isTrue();
        assertThat(published.mayStay(yesTo("b".repeat(64)), TODAY)).isFalse();
        assertThat(published.mayStay(known(), TODAY)).isFalse();
    }

    @Test
    void a_retraction_tells_no_reason_and_keeps_no_words() {
        var decision = Stories.published().retract(null, AT);

        assertThat(decision.state().words()).isEmpty();
        assertThat(decision.events()).containsExactly(new StoryRetracted(ID));
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

    private static void assertRefused(
            Approved approved, Standing standing, KnownConsents consents) {
        assertThatExceptionOfType(ConsentMissing.class)
                .isThrownBy(() -> approved.publish(consents, TODAY, PAGE, AT))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry(
                                                "consents",
                                                List.of(new ConsentStanding(CONSENT, standing))));
    }
}
