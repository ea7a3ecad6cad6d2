package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/** Each person is told her own result; no list of the selected is given to anybody. */
@UseCase("Read which places a person has, for a stated purpose")
class ReadPlaces {

    private final Aggregates aggregates;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;

    ReadPlaces(Aggregates aggregates, ClosedFiles closedFiles, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
    }

    /**
     * What she has.
     *
     * @param closed whether her file is: then her ranks, which tell how badly she lives, are not to
     *     be shown, but she can still be taken out for the next to follow
     */
    record Held(Page<Stored<Place>> places, boolean closed) {}

    /**
     * @throws NotFound as for the file itself
     */
    Held list(UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        boolean closed = closedFiles.contain(beneficiary);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(file.id()));
        var hers = new Document(SelectionTypes.SEAT_BENEFICIARY, beneficiary);
        return new Held(aggregates.list(PLACE, hers, Scope.everything(), page), closed);
    }
}
