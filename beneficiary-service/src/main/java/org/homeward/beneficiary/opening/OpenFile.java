package org.homeward.beneficiary.opening;

import static org.homeward.beneficiary.opening.OpeningTypes.OPENING;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.beneficiary.registration.Mentioned;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.NotFound;

@UseCase("Open one file out of one's scope, for a written reason and an hour")
class OpenFile {

    private final Journal journal;
    private final Mentioned mentioned;
    private final Aggregates aggregates;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;
    private final Clock clock;

    OpenFile(
            Journal journal,
            Mentioned mentioned,
            Aggregates aggregates,
            ClosedFiles closedFiles,
            AccessLog accessLog,
            Clock clock) {
        this.journal = journal;
        this.mentioned = mentioned;
        this.aggregates = aggregates;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * @throws NotFound when there is no such person, or she was erased
     */
    Receipt open(OpeningController.OpenBody body, Call call) {
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        var person = meant(body, call.actor());
        return journal.run(
                call,
                change -> {
                    var file =
                            person.flatMap(found -> change.find(BENEFICIARY, found))
                                    .map(Stored::state)
                                    .filter(found -> found.readable().isPresent())
                                    .orElseThrow(NotFound::new);
                    var facts =
                            new Opening.Facts(
                                    id,
                                    file.id(),
                                    file.organisation(),
                                    file.district(),
                                    call.actor().subject(),
                                    change.now(),
                                    Secret.of(body.reason()));
                    Openings.mark(change, file.id());
                    return Receipt.created(
                            OpeningController.PATH + "/" + id + "/file",
                            change.create(OPENING, id, Opening.open(facts, call.actor())));
                });
    }

    private Optional<UUID> meant(OpeningController.OpenBody body, Actor actor) {
        var search = body.search();
        var candidate = body.candidate();
        if (body.caseNumber() != null && search == null && candidate == null) {
            return mentioned.byCaseNumber(body.caseNumber());
        }
        if (body.caseNumber() == null && search != null && candidate != null) {
            return mentioned.asCandidate(search, candidate, actor);
        }
        throw new InvalidBody(
                "/caseNumber", "is needed, or search and candidate in its place; not both");
    }

    /**
     * Recorded as a read of the file, and of the opening that it was read by. A closed file stays
     * closed: that somebody wanted to open it is told and reviewed none the less.
     *
     * @throws NotFound for an opening of somebody else, one that is over, and a person who was
     *     erased
     */
    Stored<Beneficiary> read(UUID id, Actor actor, Purpose purpose) {
        var opening =
                aggregates
                        .find(OPENING, id, Scope.everything())
                        .map(Stored::state)
                        .filter(found -> found.lets(actor, clock.instant()))
                        .orElseThrow(NotFound::new);
        var file =
                aggregates
                        .find(BENEFICIARY, opening.facts().beneficiary(), Scope.everything())
                        .filter(found -> found.state().readable().isPresent())
                        .orElseThrow(NotFound::new);
        closedFiles.check(file.id());
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(file.id(), id));
        return file;
    }
}
