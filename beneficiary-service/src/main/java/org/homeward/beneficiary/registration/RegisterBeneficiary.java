package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.registration.RegistrationTypes.SEARCH;

import java.util.HashSet;
import java.util.UUID;
import org.homeward.beneficiary.registration.BeneficiaryController.RegisterBody;
import org.homeward.beneficiary.registration.Search.Candidate;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.RateLimits;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

/**
 * The match is repeated in the command, but reads beside its transaction: it finds who was
 * committed before. So two registrations of one person at the same moment both succeed, and nothing
 * tells of the pair by itself: it is found by the next search for the person, which lists both.
 */
@UseCase("Register a person who was searched for and not found")
class RegisterBeneficiary {

    private final Journal journal;
    private final RateLimits limits;
    private final Candidates candidates;
    private final CaseNumbers caseNumbers;
    private final LookUp lookUp;
    private final Districts districts;
    private final ProgrammeClock clock;

    RegisterBeneficiary(
            Journal journal,
            RateLimits limits,
            Candidates candidates,
            CaseNumbers caseNumbers,
            LookUp lookUp,
            Districts districts,
            ProgrammeClock clock) {
        this.journal = journal;
        this.limits = limits;
        this.candidates = candidates;
        this.caseNumbers = caseNumbers;
        this.lookUp = lookUp;
        this.districts = districts;
        this.clock = clock;
    }

    /**
     * @throws org.homeward.kit.web.TooManyRequests as a search for her
     */
    Receipt register(RegisterBody body, Call call) {
        districts.check(body.district());
        var today = clock.today();
        var person = body.person().toData(today);
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        Workplace.require(call, body.district());
        limits.countMore(call, person.forMatching(body.district()).manifold() - 1);
        return journal.run(
                call,
                change -> {
                    checkSearch(body, person, id, call, change);
                    var registered =
                            new Beneficiary.Registered(
                                    id,
                                    call.actor().organisation(),
                                    body.district(),
                                    caseNumbers.next(today.getYear()),
                                    body.channel(),
                                    call.actor().subject(),
                                    today,
                                    Secret.of(person),
                                    new Ownership.Owned(Ownership.Owner.of(call.actor())));
                    var stored = change.create(BENEFICIARY, id, Beneficiary.register(registered));
                    lookUp.write(change.mongo(), id, person.forMatching(body.district()));
                    return Receipt.created("/api/v1/beneficiaries/" + id, stored);
                });
    }

    private void checkSearch(
            RegisterBody body, PersonalData person, UUID id, Call call, Change change) {
        boolean searched =
                change.find(SEARCH, body.search())
                        .filter(search -> search.state().covers(call.actor(), change.now()))
                        .isPresent();
        if (!searched) {
            throw new SearchNeeded();
        }
        var another = new HashSet<>(body.another());
        var open =
                candidates.like(person.forMatching(body.district()), body.search()).stream()
                        .filter(candidate -> !candidate.beneficiary().equals(id))
                        .map(Candidate::reference)
                        .filter(reference -> !another.contains(reference))
                        .toList();
        if (!open.isEmpty()) {
            throw new NotTheSamePerson(open);
        }
    }
}
