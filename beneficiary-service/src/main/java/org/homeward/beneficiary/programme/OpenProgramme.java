package org.homeward.beneficiary.programme;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;

import org.homeward.beneficiary.registration.Districts;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

@UseCase("Open a programme")
class OpenProgramme {

    private final Journal journal;
    private final Districts districts;

    OpenProgramme(Journal journal, Districts districts) {
        this.journal = journal;
        this.districts = districts;
    }

    /**
     * @throws InvalidBody when it ends before it begins or works where there is no district
     */
    Receipt open(ProgrammeController.OpenProgrammeBody body, Call call) {
        if (body.until().isBefore(body.from())) {
            throw new InvalidBody("/until", "must not be before from");
        }
        for (int i = 0; i < body.districts().size(); i++) {
            districts.check(body.districts().get(i), "/districts/" + i);
        }
        var programme =
                new Programme(
                        body.code(),
                        body.objectives(),
                        body.donors(),
                        body.agencies(),
                        body.partners(),
                        body.districts(),
                        body.from(),
                        body.until(),
                        body.target(),
                        call.actor().subject());
        return journal.run(
                call,
                change ->
                        Receipt.created(
                                "/api/v1/programmes/" + body.code(),
                                change.create(
                                        PROGRAMME, Programme.idOf(body.code()), programme.open())));
    }
}
