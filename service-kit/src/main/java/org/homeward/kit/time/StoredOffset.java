package org.homeward.kit.time;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How far the programme's clock is ahead, the same for all instances within a second. It only
 * grows: what was due stays due.
 */
final class StoredOffset {

    private static final String ID = "offset";
    private static final String MILLIS = "millis";
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final MongoTemplate template;
    private final LongSupplier nanoTime;

    private volatile @Nullable Reading last;

    StoredOffset(MongoTemplate template, LongSupplier nanoTime) {
        this.template = template;
        this.nanoTime = nanoTime;
    }

    private record Reading(Duration offset, long at) {}

    Duration current() {
        Reading known = last;
        if (known != null && nanoTime.getAsLong() - known.at() < FRESH) {
            return known.offset();
        }
        return keep(offsets().find(Filters.eq("_id", ID)).first());
    }

    /**
     * @return what holds now: more than was asked for when it was ahead already
     */
    Duration moveTo(Duration offset) {
        return keep(
                Objects.requireNonNull(
                        offsets()
                                .findOneAndUpdate(
                                        Filters.eq("_id", ID),
                                        Updates.max(MILLIS, offset.toMillis()),
                                        new FindOneAndUpdateOptions()
                                                .upsert(true)
                                                .returnDocument(ReturnDocument.AFTER))));
    }

    private Duration keep(@Nullable Document stored) {
        Duration offset =
                stored == null ? Duration.ZERO : Duration.ofMillis(stored.getLong(MILLIS));
        last = new Reading(offset, nanoTime.getAsLong());
        return offset;
    }

    private MongoCollection<Document> offsets() {
        return template.getDb().getCollection("programme_clock");
    }
}
