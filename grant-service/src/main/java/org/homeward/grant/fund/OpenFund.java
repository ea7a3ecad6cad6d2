package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Open a fund for a programme, with a ceiling")
class OpenFund {

    private final Journal journal;
    private final People people;

    OpenFund(Journal journal, People people) {
        this.journal = journal;
        this.people = people;
    }

    Receipt open(NewFund wanted, Call call) {
        UUID id = wanted.id() == null ? UUID.randomUUID() : wanted.id();
        return journal.run(
                call,
                change -> {
                    people.requireTold(change, wanted.programme());
                    return Receipt.created(
                            FundController.path(id),
                            change.create(
                                    Funds.FUNDS,
                                    id,
                                    Fund.open(
                                            id,
                                            wanted.programme(),
                                            wanted.donor(),
                                            wanted.ceiling().money())));
                });
    }
}
