package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.fund.Funds;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase(
        "Change what an application asks for that is with its writers; who does so becomes one of them")
class EditApplication {

    private final Journal journal;
    private final People people;
    private final Funds funds;

    EditApplication(Journal journal, People people, Funds funds) {
        this.journal = journal;
        this.people = people;
        this.funds = funds;
    }

    Receipt edit(UUID id, StatedProposal changed, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var draft = before.state().in(Editable.class);
                    var fund = funds.terms(change, changed.fund());
                    people.requireEligible(draft.applicant().beneficiary(), fund.programme());
                    var edited = draft.edit(changed.from(fund), call.actor().subject());
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, edited));
                });
    }
}
