package org.homeward.kit.audit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.Document;
import org.homeward.kit.observe.Alarms;
import org.jspecify.annotations.Nullable;

/**
 * How long entries of a log wait to be sealed, and its seals to be told: until then they can be
 * removed unseen. Gauges {@code homeward.audit.oldest.unsealed{audit}} and {@code
 * homeward.audit.oldest.untold{audit}}, 0 while nothing waits, NaN when it can't be said; an alarm
 * when something begins to wait for longer than it may, whatever holds it up.
 */
final class Waiting {

    /** Sealing and telling take seconds: what is older than this is late. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final AuditLog log;
    private final MongoDatabase database;
    private final Signing signing;
    private final Alarms alarms;
    private final Clock clock;
    private volatile double unsealed;
    private volatile double untold;
    private boolean late;
    private boolean expiring;

    Waiting(
            AuditLog log,
            MongoDatabase database,
            Signing signing,
            MeterRegistry meters,
            Alarms alarms,
            Clock clock) {
        this.log = log;
        this.database = database;
        this.signing = signing;
        this.alarms = alarms;
        this.clock = clock;
        var tags = Tags.of("audit", log.collection());
        TimeGauge.builder(
                        "homeward.audit.oldest.unsealed",
                        this,
                        TimeUnit.MILLISECONDS,
                        waiting -> waiting.unsealed)
                .tags(tags)
                .register(meters);
        TimeGauge.builder(
                        "homeward.audit.oldest.untold",
                        this,
                        TimeUnit.MILLISECONDS,
                        waiting -> waiting.untold)
                .tags(tags)
                .register(meters);
    }

    /** Looks anew. */
    void look() {
        double notSealed = Double.NaN;
        double notTold = Double.NaN;
        try {
            notSealed = age(oldestUnsealed());
            notTold = age(oldestUntold());
        } finally {
            unsealed = notSealed;
            untold = notTold;
        }
        boolean isLate = Math.max(notSealed, notTold) > LONGEST.toMillis();
        if (isLate && !late) {
            alarms.raise(
                    "audit-late",
                    "Entries of "
                            + log.collection()
                            + " are not sealed, or their seals not told, for minutes",
                    null);
        }
        late = isLate;
        boolean isExpiring = expires(database, log);
        if (isExpiring && !expiring) {
            alarms.raise(
                    "audit-expiring",
                    "An index lets MongoDB remove from " + log.collection() + " or its seals",
                    null);
        }
        expiring = isExpiring;
    }

    /** Whether the database removes entries or seals by itself, as the service never asks it to. */
    static boolean expires(MongoDatabase database, AuditLog log) {
        for (String name : List.of(log.collection(), log.seals())) {
            for (Document index : database.getCollection(name).listIndexes()) {
                if (index.containsKey("expireAfterSeconds")) {
                    return true;
                }
            }
        }
        return false;
    }

    private double age(@Nullable Instant oldest) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
    }

    /** An entry that says no time is none of the service's. */
    private @Nullable Instant oldestUnsealed() {
        Document entry =
                database.getCollection(log.collection())
                        .find(
                                Filters.and(
                                        Filters.eq(AuditLog.SEAL, 0),
                                        Filters.type(log.time(), BsonType.DATE_TIME)))
                        .hintString(Sealer.UNSEALED)
                        .sort(Sorts.ascending(log.time()))
                        .projection(Projections.include(log.time()))
                        .first();
        return entry == null
                ? null
                : entry.getEmbedded(List.of(log.time().split("\\.", -1)), Date.class).toInstant();
    }

    private @Nullable Instant oldestUntold() {
        try (var rows =
                database.getCollection(log.seals(), BsonDocument.class)
                        .find(Filters.eq(Seal.TOLD, false))
                        .sort(Sorts.ascending("_id"))
                        .iterator()) {
            while (rows.hasNext()) {
                Seal seal = Seal.read(log, signing, rows.next());
                if (seal != null) {
                    return seal.at();
                }
            }
            return null;
        }
    }
}
