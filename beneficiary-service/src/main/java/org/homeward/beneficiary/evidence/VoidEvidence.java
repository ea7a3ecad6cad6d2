package org.homeward.beneficiary.evidence;

import static org.homeward.beneficiary.evidence.EvidenceTypes.EVIDENCE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

/**
 * By who works on the file or protects and did not add it, also while the file is held: a hold
 * keeps nobody from putting right what is wrong. A consent that names the scan, and what else rests
 * on it, stays: its hash knows the paper again.
 */
@UseCase("Void evidence that should not be in a file, and destroy its content")
class VoidEvidence {

    private final Journal journal;
    private final Contents contents;
    private final ProgrammeClock clock;

    VoidEvidence(Journal journal, Contents contents, ProgrammeClock clock) {
        this.journal = journal;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * As many queries for one that does not exist as for one out of scope.
     *
     * @throws InvalidBody for the reason that the service alone gives
     * @throws AnotherVoids for who added it
     */
    Receipt voidIt(UUID id, Evidence.Reason reason, Call call) {
        if (reason.isFoundOut()) {
            throw new InvalidBody("/reason", "is found out by the service itself");
        }
        return journal.run(
                call,
                change -> {
                    var person =
                            change.find(EVIDENCE, id)
                                    .map(found -> found.state().facts().beneficiary())
                                    .orElse(id);
                    change.load(BENEFICIARY, person, call.scope()).state().registered();
                    var evidence = change.loadMatching(EVIDENCE, id, call);
                    var voided =
                            evidence.state()
                                    .voided(reason, call.actor().subject(), clock.instant());
                    contents.destroy(id, change);
                    return Receipt.ok(EvidenceController.path(id), change.update(evidence, voided));
                });
    }
}
