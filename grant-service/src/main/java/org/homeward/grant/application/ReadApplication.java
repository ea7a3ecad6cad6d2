package org.homeward.grant.application;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;

@UseCase("Read an application with its plan, for a purpose that is written down first")
class ReadApplication {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReadApplication(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    Stored<Application> read(UUID id, Purpose purpose, Actor actor, Scope scope) {
        var found =
                aggregates.find(Applications.APPLICATIONS, id, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, found.type().name(), List.of(id));
        return found;
    }
}
