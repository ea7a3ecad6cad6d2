package org.homeward.grant.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.grant.money.MoneyView;
import org.jspecify.annotations.Nullable;

/** All that was handed in for one application, the first at the beginning; ten at most. */
record SubmissionsView(List<SubmissionView> items) {

    /**
     * @param number 1, 2, 3…: a vote names it
     * @param changed where it differs from the one before, as pointers into the proposal; nothing
     *     for the first
     * @param revision why it went back; null when it did not
     */
    record SubmissionView(
            int number,
            Instant at,
            StatedProposal proposal,
            MoneyView total,
            List<String> changed,
            @Nullable RevisionView revision) {}

    static SubmissionsView of(List<Submission> submissions) {
        var items = new ArrayList<SubmissionView>();
        for (var submission : submissions) {
            var proposal = StatedProposal.of(submission.proposal());
            items.add(
                    new SubmissionView(
                            items.size() + 1,
                            submission.at(),
                            proposal,
                            MoneyView.of(submission.proposal().total()),
                            items.isEmpty()
                                    ? List.of()
                                    : proposal.differences(items.getLast().proposal()),
                            RevisionView.of(submission.revision())));
        }
        return new SubmissionsView(items);
    }
}
