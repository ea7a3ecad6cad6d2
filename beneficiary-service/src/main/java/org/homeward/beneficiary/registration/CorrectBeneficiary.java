package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.beneficiary.registration.BeneficiaryController.CorrectBody;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

@UseCase("Correct what was written wrongly about a person")
class CorrectBeneficiary {

    private final Journal journal;
    private final LookUp lookUp;
    private final Districts districts;
    private final ProgrammeClock clock;

    CorrectBeneficiary(Journal journal, LookUp lookUp, Districts districts, ProgrammeClock clock) {
        this.journal = journal;
        this.lookUp = lookUp;
        this.districts = districts;
        this.clock = clock;
    }

    Receipt correct(UUID id, CorrectBody body, Call call) {
        districts.check(body.district());
        var person = body.person().toData(clock.today());
        return journal.run(
                call,
                change -> {
                    var file = change.loadMatching(BENEFICIARY, id, call);
                    if (call.scope().districts() != null
                            && !call.scope().districts().contains(body.district())) {
                        throw new DistrictOutOfScope();
                    }
                    var corrected = file.state().registered().correct(person, body.district());
                    var stored = change.update(file, corrected);
                    lookUp.write(change.mongo(), id, person.forMatching(body.district()));
                    return Receipt.ok("/api/v1/beneficiaries/" + id, stored);
                });
    }
}
