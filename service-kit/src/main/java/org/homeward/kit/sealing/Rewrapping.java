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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.kit.observe.Alarms;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Wraps by the version of the master key that wraps now what a lower version still wraps, while the
 * service runs. What is done and what is left stands in the vault itself, so it goes on after a
 * kill; any number of instances may do it at once. A key that was destroyed meanwhile stays so; one
 * that does not open stays as it is, and the next start tries again.
 */
public final class Rewrapping {

    /** Counting stops here: "that many or more". */
    static final int COUNTED = 100_000;

    private static final int STEP = 200;
    private static final int STEPS = 20;

    private final MongoCollection<Document> keys;
    private final MasterKey master;
    private final WrappedKeys wrapped;
    private final Alarms alarms;
    private final Set<Object> broken = new HashSet<>();
    private volatile double pending = Double.NaN;

    public Rewrapping(MongoDatabase vault, MasterKey master, MeterRegistry meters, Alarms alarms) {
        this.keys = vault.getCollection(KeyVault.KEYS);
        this.master = master;
        this.wrapped = new WrappedKeys(keys, master);
        this.alarms = alarms;
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
        int steps = 1;
        while (step() && steps < STEPS) {
            steps++;
        }
        pending = (double) count(older());
    }

    /**
     * @return whether there may be more
     */
    boolean step() {
        var found = keys.find(and(older(), nin("_id", broken))).limit(STEP).into(new ArrayList<>());
        var writes = new ArrayList<WriteModel<Document>>();
        for (Document key : found) {
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
            } catch (GeneralSecurityException doesNotFit) {
                broken.add(WrappedKeys.idOf(key));
                alarms.raise(
                        "record-unreadable",
                        "a key in the vault does not open and stays as it is: " + key.get("_id"),
                        doesNotFit);
            }
        }
        if (!writes.isEmpty()) {
            keys.bulkWrite(writes, new BulkWriteOptions().ordered(false));
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
