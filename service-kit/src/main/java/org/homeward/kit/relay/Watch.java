package org.homeward.kit.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.kit.journal.JournalFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * R7: wakes the relay when another instance has committed something for a shard that is ours. A
 * change stream of the journal's insertions, reduced by the server to the shard. It keeps no
 * position: after any error it is opened anew and the relay reads everything pending once, so
 * nothing that was missed in between waits for long.
 */
final class Watch implements Runnable {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final MongoCollection<Document> journal;
    private final List<Bson> others;
    private final Leases leases;
    private final Runnable wake;
    private volatile boolean running = true;
    private long pause = FIRST_PAUSE;

    /**
     * @param instance whose own commits are told in process
     */
    Watch(MongoDatabase database, String instance, Leases leases, Runnable wake) {
        this.journal = database.getCollection(JournalFormat.JOURNAL);
        this.leases = leases;
        this.wake = wake;
        this.others =
                List.of(
                        Aggregates.match(
                                Filters.and(
                                        Filters.eq("operationType", "insert"),
                                        Filters.exists("fullDocument." + JournalFormat.OUTBOX),
                                        Filters.ne("fullDocument." + JournalFormat.BY, instance))),
                        Aggregates.project(
                                Projections.include("fullDocument." + JournalFormat.SHARD)));
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running && !Thread.currentThread().isInterrupted()) {
            try {
                listen();
            } catch (RuntimeException failure) {
                LOG.warn("The watch on the journal broke: {}", failure.getClass().getName());
                LockSupport.parkNanos(pause);
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
        }
    }

    private void listen() {
        try (var changes =
                journal.watch(others)
                        .maxAwaitTime(1, TimeUnit.SECONDS)
                        .withDocumentClass(BsonDocument.class)
                        .cursor()) {
            wake.run();
            while (running) {
                var change = changes.tryNext();
                pause = FIRST_PAUSE;
                if (change != null && concernsUs(change)) {
                    wake.run();
                }
            }
        }
    }

    private boolean concernsUs(BsonDocument change) {
        var outbox = change.getDocument("fullDocument").getDocument(JournalFormat.OUTBOX);
        return leases.held().containsKey(Shard.parse(outbox.getString("shard").getValue()));
    }
}
