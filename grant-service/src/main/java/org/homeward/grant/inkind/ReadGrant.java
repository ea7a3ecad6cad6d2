package org.homeward.grant.inkind;

import static org.homeward.grant.inkind.Grants.GRANTS;

import java.util.UUID;
import java.util.stream.Stream;
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

/** Also of who agrees to nothing any more or was erased: its money stays accounted for. */
@UseCase("Read a grant as it stands, for a purpose that is written down first")
class ReadGrant {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReadGrant(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    Stored<Grant> read(UUID id, Purpose purpose, Actor actor, Scope scope) {
        var found = aggregates.find(GRANTS, id, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, GRANTS.name(), recordsOf(found).toList());
        return found;
    }

    /** The newest first. */
    Page<Stored<Grant>> list(Purpose purpose, Actor actor, Scope scope, PageRequest page) {
        var found = aggregates.list(GRANTS, new Document(), scope, page);
        var shown = found.items().stream().flatMap(ReadGrant::recordsOf).distinct().toList();
        accessLog.record(actor, purpose, GRANTS.name(), shown);
        return found;
    }

    /** A grant, and whose it is. */
    private static Stream<UUID> recordsOf(Stored<Grant> grant) {
        return Stream.of(grant.id(), grant.state().terms().person().beneficiary());
    }
}
