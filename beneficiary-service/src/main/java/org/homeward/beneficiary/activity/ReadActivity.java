package org.homeward.beneficiary.activity;

import static org.homeward.beneficiary.activity.ActivityTypes.ACTIVITY;

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

/** Recorded as a read: the facilitator may be somebody who once came for help herself. */
@UseCase("Read what brings people together, for a stated purpose")
class ReadActivity {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReadActivity(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    Stored<Activity> read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var activity = aggregates.find(ACTIVITY, id, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, ACTIVITY.name(), List.of(id));
        return activity;
    }

    Page<Stored<Activity>> list(Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var activities = aggregates.list(ACTIVITY, new Document(), scope, page);
        accessLog.record(
                actor,
                purpose,
                ACTIVITY.name(),
                activities.items().stream().map(Stored::id).toList());
        return activities;
    }
}
