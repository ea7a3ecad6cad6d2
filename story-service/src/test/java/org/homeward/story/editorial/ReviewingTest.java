package org.homeward.story.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.homeward.story.editorial.Stories.AT;
import static org.homeward.story.editorial.Stories.AUTHOR;
import static org.homeward.story.editorial.Stories.CONSENT;
import static org.homeward.story.editorial.Stories.CROWD;
import static org.homeward.story.editorial.Stories.ID;
import static org.homeward.story.editorial.Stories.LEAD;
import static org.homeward.story.editorial.Stories.PROTECTION;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.story.text.Setting;
import org.homeward.story.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two people other than the author look at a story, in any order. */
class ReviewingTest {

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
                                assertThat(approved.textHash())
                                        .isEqualTo(
                                                Texts.tailor()
                                                        .hash(
                                                                new Setting(
                                                                        Set.of(CONSENT),
                                                                        false,
                                                                        "TJ-KT",
                                                                        Sector.CLOTHING,
                                                                        null,
                                                                        List.of()))));
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

        assertThat(back.submit(CROWD).state().content()).isNull();
    }

    @Test
    void editing_an_approved_story_makes_it_a_draft_again() {
        var approved = Stories.approved();
        var revised = approved.revise(approved.profile(), Texts.shorter()).state();

        assertThat(revised.stateName()).isEqualTo("DRAFT");
        assertThat(revised.submit(CROWD).state().disclosure()).isNull();
    }
}
