package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.committee.Committees;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Hand an application in for review by the committee that its fund has now")
class SubmitApplication {

    private final Journal journal;
    private final Committees committees;
    private final People people;

    SubmitApplication(Journal journal, Committees committees, People people) {
        this.journal = journal;
        this.committees = committees;
        this.people = people;
    }

    Receipt submit(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var draft = before.state().in(Editable.class);
                    people.requireEligible(
                            draft.applicant().beneficiary(), draft.proposal().fund().programme());
                    var submitted =
                            draft.submit(
                                    id,
                                    committees.of(change, draft.proposal().fund().id()),
                                    call.actor().subject(),
                                    change.now());
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, submitted));
                });
    }
}
