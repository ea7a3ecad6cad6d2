package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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

@UseCase("Read a person's file for a stated purpose")
class ReadBeneficiary {

    private final Aggregates aggregates;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;

    ReadBeneficiary(Aggregates aggregates, ClosedFiles closedFiles, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
    }

    /**
     * A part of the list.
     *
     * @param closed whose file is closed: nothing of them is to be shown
     */
    record Listed(Page<Stored<Beneficiary>> files, Set<UUID> closed) {}

    /** Closed for the purpose of a registration as well, or whoever states that would read on. */
    Stored<Beneficiary> read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, id, scope).orElseThrow(NotFound::new);
        closedFiles.check(id);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(id));
        return file;
    }

    /**
     * For who must know which worker has a case, and nothing of the person: no read of her data.
     */
    Stored<Beneficiary> ownership(UUID id, Scope scope) {
        return aggregates.find(BENEFICIARY, id, scope).orElseThrow(NotFound::new);
    }

    /** Recorded as a read of those it shows something of. */
    Listed list(Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var files = aggregates.list(BENEFICIARY, new Document(), scope, page);
        var ids = files.items().stream().map(Stored::id).toList();
        var closed = closedFiles.among(ids);
        accessLog.record(
                actor,
                purpose,
                BENEFICIARY.name(),
                ids.stream().filter(Predicate.not(closed::contains)).toList());
        return new Listed(files, closed);
    }
}
