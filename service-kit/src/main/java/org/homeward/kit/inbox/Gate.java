package org.homeward.kit.inbox;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * While it is closed no event is handled by any instance. It lies among the positions, and whoever
 * loads positions to handle events sees it in the same snapshot; so when it is closed and the
 * longest transaction is over, nothing moves.
 *
 * <p>Who closed it may die. Then whoever finds it closed beyond its time opens it, and before that
 * drops the collection that was to be put into place: a sleeper that wakes finds it gone, or
 * another by its name, and puts nothing into place. So clocks decide only how long is waited.
 */
final class Gate {

    /** In the place of an aggregate's source. */
    static final String SOURCE = "";

    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final String consumer;
    private final Clock clock;

    Gate(MongoTemplate mongo, String consumer, Clock clock) {
        this.mongo = mongo;
        this.consumer = consumer;
        this.clock = clock;
    }

    /**
     * @param shadow the collection to be put into place
     * @return whether it was open
     */
    boolean close(UUID token, String shadow, Duration longest) {
        Document row =
                new Document("_id", id())
                        .append("token", token)
                        .append("shadow", shadow)
                        .append("until", Date.from(clock.instant().plus(longest)));
        try {
            rows().insertOne(row);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw failed;
        }
    }

    void open(UUID token) {
        rows().deleteOne(Filters.and(Filters.eq("_id", id()), Filters.eq("token", token)));
    }

    /** Opens it if nobody seems to stand behind it any more. */
    void giveUp(GateClosed closed) {
        if (clock.instant().isAfter(closed.until())) {
            mongo.getDb()
                    .getCollection(closed.shadow())
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .drop();
            open(closed.token());
        }
    }

    static GateClosed read(Document row) {
        Instant until = row.getDate("until").toInstant();
        return new GateClosed(row.get("token", UUID.class), row.getString("shadow"), until);
    }

    static boolean is(Document row) {
        return SOURCE.equals(row.get("_id", Document.class).getString("s"));
    }

    private Document id() {
        return new Document("c", consumer).append("s", SOURCE);
    }

    private MongoCollection<Document> rows() {
        return mongo.getDb()
                .getCollection(Positions.COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
