package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.fund.Funds;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Write the draft of an application for somebody who may be helped")
class WriteApplication {

    private final Journal journal;
    private final People people;
    private final Funds funds;

    WriteApplication(Journal journal, People people, Funds funds) {
        this.journal = journal;
        this.people = people;
        this.funds = funds;
    }

    Receipt write(NewApplication wanted, Call call) {
        UUID id = wanted.id() == null ? UUID.randomUUID() : wanted.id();
        return journal.run(
                call,
                change -> {
                    var applicant = people.known(change, wanted.beneficiary(), call.scope());
                    var fund = funds.terms(change, wanted.proposal().fund());
                    people.requireEligible(wanted.beneficiary(), fund.programme());
                    var draft =
                            Draft.write(
                                    applicant,
                                    wanted.proposal().from(fund),
                                    call.actor().subject());
                    var made = change.create(Applications.APPLICATIONS, id, draft);
                    return Receipt.created(ApplicationController.path(id), made);
                });
    }
}
