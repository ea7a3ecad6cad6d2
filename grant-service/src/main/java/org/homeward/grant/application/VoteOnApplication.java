package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Vote on an application; votes commute, so nobody's fails because another came first")
class VoteOnApplication {

    private final Journal journal;
    private final People people;

    VoteOnApplication(Journal journal, People people) {
        this.journal = journal;
        this.people = people;
    }

    Receipt vote(UUID id, CastVote cast, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.load(Applications.APPLICATIONS, id, call.scope());
                    var review = before.state().in(UnderReview.class);
                    var voted =
                            review.vote(
                                    cast.submission(),
                                    people.ties(change, review.applicant().beneficiary()),
                                    new Vote(
                                            Voter.of(call.actor()),
                                            cast.ballot(),
                                            Secret.of(cast.reason()),
                                            change.now()));
                    return Receipt.ok(ApplicationController.path(id), change.update(before, voted));
                });
    }
}
