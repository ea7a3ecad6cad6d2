package org.homeward.story.publication;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.journal.Change;
import org.homeward.story.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The public addresses: opened and closed together with the story, read by the site. */
@Component
public class PublicPages {

    static final String COLLECTION = "pages";
    private static final String PUBLISHED = "published";

    private final MongoOperations mongo;

    PublicPages(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index("languages", Sort.Direction.ASC)
                                .on(PUBLISHED, Sort.Direction.DESC)
                                .on("_id", Sort.Direction.DESC)
                                .named("newest"));
    }

    /** Opens an address with the change that publishes the story. */
    public void open(Change change, PublicPage.Open page) {
        change.mongo().insert(page, COLLECTION);
    }

    /** Leaves a tombstone and nothing else, with the change that retracts the story. */
    public void close(Change change, UUID id, Instant at) {
        change.mongo().save(new PublicPage.Gone(id, at), COLLECTION);
    }

    public Optional<PublicPage> find(UUID id) {
        return Optional.ofNullable(
                mongo.findOne(query(where("_id").is(id)), PublicPage.class, COLLECTION));
    }

    /**
     * Stories, news and calls in a language, newest first.
     *
     * @param after the last one that was listed; null for the beginning
     */
    public List<PublicPage.Open> newest(Language language, @Nullable Place after, int limit) {
        var listed = where("languages").is(language).and("kind").ne(StoryKind.PAGE);
        if (after != null) {
            listed =
                    listed.orOperator(
                            where(PUBLISHED).lt(after.published()),
                            new Criteria()
                                    .andOperator(
                                            where(PUBLISHED).is(after.published()),
                                            where("_id").lt(after.id())));
        }
        var newest =
                query(listed)
                        .with(Sort.by(Sort.Direction.DESC, PUBLISHED, "_id"))
                        .limit(Limit.of(limit));
        return mongo.find(newest, PublicPage.Open.class, COLLECTION);
    }

    /** Where a part of the list ended. */
    public record Place(Instant published, UUID id) {}
}
