package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.grant.application.Reviews.NOW;
import static org.homeward.grant.application.Reviews.revisionBy;
import static org.homeward.grant.application.Reviews.underReview;

import java.util.Objects;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.grant.inkind.ItemKind;
import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void what_was_handed_in_before_a_revision_is_kept_beside_what_comes_after() {
        var sentBack = underReview().sendBack(revisionBy("manager"));
        var smaller = Proposals.of(Proposals.item(ItemKind.EQUIPMENT, 1, "2000.00"));

        var again =
                sentBack.state()
                        .edit(smaller, "editor")
                        .state()
                        .submit(Reviews.ID, Reviews.committee(), "author", NOW.plusSeconds(60));

        assertThat(sentBack.events()).isEmpty();
        assertThat(again.state().submissions())
                .extracting(one -> one.proposal().total())
                .containsExactly(Proposals.somoni("8100.50"), Proposals.somoni("2000.00"));
        assertThat(again.state().proposal()).isEqualTo(smaller);
        assertThat(again.state().writers()).containsExactlyInAnyOrder("author", "editor");
        assertThat(again.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ApplicationSubmitted.class,
                        told -> assertThat(told.requested().amount()).isEqualTo("2000.00"));
    }

    @Test
    void what_is_to_be_changed_is_said_to_the_writers_and_printed_nowhere() {
        var sentBack = underReview().sendBack(revisionBy("manager")).state();

        var revision = Objects.requireNonNull(sentBack.submissions().getLast().revision());
        assertThat(revision.what().open()).isEqualTo("Say who buys in summer");
        assertThat(sentBack.toString()).doesNotContain("summer");
    }

    @Test
    void a_writer_does_not_send_it_back_to_the_writers() {
        assertThatThrownBy(() -> underReview().sendBack(revisionBy("author")))
                .isInstanceOf(OwnApplication.class);
    }

    @Test
    void it_is_handed_in_ten_times_at_most() {
        var review = underReview();
        for (int n = 2; n <= 10; n++) {
            review =
                    review.sendBack(revisionBy("manager"))
                            .state()
                            .submit(Reviews.ID, Reviews.committee(), "author", NOW)
                            .state();
        }
        var last = review;

        assertThat(last.submissions()).hasSize(10);
        assertThatThrownBy(() -> last.sendBack(revisionBy("manager")))
                .isInstanceOf(RevisionsExhausted.class);
    }

    @Test
    void two_proposals_differ_where_something_was_changed() {
        var studio = StatedProposal.of(Proposals.studio());
        var shorter =
                StatedProposal.of(
                        Proposals.of(
                                Proposals.rent("500.00", 3),
                                Proposals.item(ItemKind.EQUIPMENT, 2, "2000.00")));

        assertThat(studio.differences(studio)).isEmpty();
        assertThat(shorter.differences(studio)).containsExactly("/items/0", "/items/2");
        assertThat(studio.differences(shorter)).containsExactly("/items/0", "/items/2");
    }
}
