package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.Unavailable;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Wraps by the version of the master key that wraps now what a lower version still wraps, while the
 * service runs. What is done and what is left stands in the vault itself, so it goes on after a
 * kill; any number of instances may do it at once. A key that was destroyed meanwhile stays so. One
 * that does not open stays as it is until the next start and keeps no other back; where many in a
 * row do not, one alarm tells it, and after {@link #REST} all is tried again. While the master key
 * can't be asked nothing is taken for broken, and it goes on after {@link #PAUSE}.
 */
public final class Rewrapping {

    /** Counting stops here: "that many or more". */
    static final int COUNTED = 100_000;

    static final Duration REST = Duration.ofHours(1);

    static final Duration PAUSE = Duration.ofSeconds(10);

    /** So many one after the other are no accident of single keys. */
    private static final int MOST_IN_A_ROW = 20;

    /** And more than so many are not remembered. */
    private static final int MOST_BROKEN = 1_000;

    private static final int STEP = 200;
    private static final int STEPS = 20;

    private final MongoCollection<BsonDocument> keys;
    private final MasterKey master;
    private final WrappedKeys wrapped;
    private final Alarms alarms;
    private final Clock clock;
    private final Set<BsonValue> broken = new HashSet<>();
    private Instant restsUntil = Instant.MIN;
    private volatile double pending = Double.NaN;

    public Rewrapping(
            MongoDatabase vault,
            MasterKey master,
            MeterRegistry meters,
            Alarms alarms,
            Clock clock) {
        this.master = master;
        this.wrapped = WrappedKeys.in(vault, master, alarms);
        this.keys = wrapped.keys();
        this.alarms = alarms;
        this.clock = clock;
        meters.gauge("homeward.keys.rewrap.pending", this, rewrapping -> rewrapping.pending);
    }

    /**
     * A version of the master key.
     *
     * @param atHand whether this instance has it
     * @param keys how many it wraps, counted to {@value #COUNTED}
     */
    public record MasterKeyVersion(int version, boolean atHand, long keys) {}

    /** All that are at hand or needed. */
    public List<MasterKeyVersion> versions() {
        var all = wrapped.inUse();
        all.addAll(master.versions());
        return all.stream()
                .map(
                        version ->
                                new MasterKeyVersion(
                                        version,
                                        master.versions().contains(version),
                                        count(eq(WrappedKeys.MASTER, version))))
                .toList();
    }

    public int wrapping() {
        return master.wrapping();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        try {
            int steps = 0;
            while (steps < STEPS && !clock.instant().isBefore(restsUntil) && step()) {
                steps++;
            }
        } catch (Unavailable away) {
            restsUntil = clock.instant().plus(PAUSE);
        }
        pending = (double) count(older());
    }

    /**
     * @return whether there may be more
     * @throws Unavailable while the master key can't be asked; nothing of this step was written
     */
    boolean step() {
        var found = keys.find(and(older(), nin("_id", broken))).limit(STEP).into(new ArrayList<>());
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        var failed = new LinkedHashMap<BsonValue, GeneralSecurityException>();
        int inARow = 0;
        for (BsonDocument key : found) {
            if (inARow == MOST_IN_A_ROW) {
                break;
            }
            try {
                var now = wrapped.wrap(WrappedKeys.idOf(key), wrapped.unwrap(key));
                writes.add(
                        new UpdateOneModel<>(
                                and(
                                        eq(WrappedKeys.idOf(key)),
                                        eq(WrappedKeys.WRAPPED, key.get(WrappedKeys.WRAPPED))),
                                Updates.combine(
                                        Updates.set(
                                                WrappedKeys.WRAPPED, now.get(WrappedKeys.WRAPPED)),
                                        Updates.set(
                                                WrappedKeys.MASTER, now.get(WrappedKeys.MASTER)))));
                inARow = 0;
            } catch (GeneralSecurityException doesNotFit) {
                failed.put(WrappedKeys.idOf(key), doesNotFit);
                inARow++;
            }
        }
        if (!writes.isEmpty()) {
            keys.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        if (!failed.isEmpty()) {
            broken.addAll(failed.keySet());
            boolean many = inARow == MOST_IN_A_ROW || broken.size() >= MOST_BROKEN;
            alarms.raise(
                    "record-unreadable",
                    many
                            ? "so many keys in the vault do not open that none is wrapped anew for "
                                    + REST
                            : "keys in the vault do not open and stay as they are: "
                                    + failed.keySet().stream().map(WrappedKeys::nameOf).toList(),
                    failed.lastEntry().getValue());
            if (many) {
                broken.clear();
                restsUntil = clock.instant().plus(REST);
            }
        }
        return found.size() == STEP;
    }

    /** Lower ones only: of instances that differ in which wraps, the higher prevails. */
    private Bson older() {
        return lt(WrappedKeys.MASTER, master.wrapping());
    }

    private long count(Bson which) {
        return keys.countDocuments(which, new CountOptions().limit(COUNTED));
    }
}
