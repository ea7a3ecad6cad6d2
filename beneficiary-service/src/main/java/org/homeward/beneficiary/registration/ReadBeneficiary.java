package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

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

@UseCase("Read a person's file for a stated purpose")
class ReadBeneficiary {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReadBeneficiary(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    Stored<Beneficiary> read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, id, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(id));
        return file;
    }

    /**
     * For who must know which worker has a case, and nothing of the person: no read of her data.
     */
    Stored<Beneficiary> ownership(UUID id, Scope scope) {
        return aggregates.find(BENEFICIARY, id, scope).orElseThrow(NotFound::new);
    }

    Page<Stored<Beneficiary>> list(Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var files = aggregates.list(BENEFICIARY, new Document(), scope, page);
        accessLog.record(
                actor,
                purpose,
                BENEFICIARY.name(),
                files.items().stream().map(Stored::id).toList());
        return files;
    }
}
