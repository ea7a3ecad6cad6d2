package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
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
    private final AccessLog accessLog;

    ReadPlaces(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    /**
     * @throws NotFound as for the file itself
     */
    Page<Stored<Place>> list(
            UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(file.id()));
        var hers = new Document(SelectionTypes.SEAT_BENEFICIARY, beneficiary);
        return aggregates.list(PLACE, hers, Scope.everything(), page);
    }
}
