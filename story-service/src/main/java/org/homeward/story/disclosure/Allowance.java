package org.homeward.story.disclosure;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** How often somebody may ask, counted for all instances together. */
@Component
class Allowance {

    private static final String COLLECTION = "disclosure-allowances";
    private static final Duration HOUR = Duration.ofHours(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private final int perHour;

    Allowance(MongoOperations mongo, Clock clock, DisclosureSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.perHour = settings.disclosureTestsPerHour();
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index("until", Sort.Direction.ASC)
                                .named("until")
                                .expire(Duration.ZERO));
    }

    /**
     * @throws TooManyTests when the hour's allowance is used up
     */
    void use(String subject) {
        var now = clock.instant();
        long hour = now.getEpochSecond() / HOUR.toSeconds();
        var end = Instant.ofEpochSecond((hour + 1) * HOUR.toSeconds());
        var used =
                mongo.findAndModify(
                        query(where("_id").is(subject + "/" + hour)),
                        new Update().inc("used", 1).setOnInsert("until", end.plus(HOUR)),
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Document.class,
                        COLLECTION);
        if (used != null && used.getInteger("used") > perHour) {
            throw new TooManyTests((int) Duration.between(now, end).toSeconds() + 1);
        }
    }
}
