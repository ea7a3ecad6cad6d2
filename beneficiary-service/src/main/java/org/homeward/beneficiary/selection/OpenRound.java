package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;
import static org.homeward.beneficiary.scorecard.ScorecardTypes.SCORECARD;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.UUID;
import org.homeward.beneficiary.programme.Programme;
import org.homeward.beneficiary.programme.ProtectedProgramme;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

@UseCase("Open a selection round for a programme, and withdraw one that was opened by mistake")
class OpenRound {

    private final Journal journal;
    private final ProgrammeClock clock;

    OpenRound(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @throws InvalidBody when there is no such programme or scorecard
     * @throws ProtectedProgramme when being in the programme tells too much
     */
    Receipt open(RoundController.OpenRoundBody body, Call call) {
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    change.find(PROGRAMME, Programme.idOf(body.programme()))
                            .orElseThrow(() -> new InvalidBody("/programme", "is no programme"))
                            .state()
                            .requireKnownPeople();
                    change.find(SCORECARD, body.scorecard())
                            .orElseThrow(() -> new InvalidBody("/scorecard", "is no scorecard"))
                            .state()
                            .inUse();
                    var terms =
                            new Terms(
                                    id,
                                    body.programme(),
                                    body.scorecard(),
                                    body.quota(),
                                    body.cutOff(),
                                    call.actor().subject());
                    return Receipt.created(
                            RoundController.path(id), change.create(ROUND, id, Round.open(terms)));
                });
    }

    Receipt withdraw(UUID id, WithdrawalReason reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var withdrawn =
                            round.state()
                                    .in(Round.Open.class)
                                    .withdraw(reason, call.actor().subject(), clock.instant());
                    return Receipt.ok(RoundController.path(id), change.update(round, withdrawn));
                });
    }
}
