package org.homeward.story.publication;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The public addresses: opened and closed together with the story, read by the site. */
@Component
public class PublicPages {

    static final String COLLECTION = "pages";
    private static final String LANGUAGES = "languages";
    private static final String KIND = "kind";
    private static final String PUBLISHED = "published";
    private static final String CLOSES = "closes";
    private static final String STANDS_AT = "standsAt";

    private final MongoOperations mongo;

    PublicPages(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index(LANGUAGES, Sort.Direction.ASC)
                                .on(PUBLISHED, Sort.Direction.DESC)
                                .on("_id", Sort.Direction.DESC)
                                .named("newest"));
        mongo.indexOps(COLLECTION).createIndex(ofKind(PUBLISHED).named("newest-of-kind"));
        mongo.indexOps(COLLECTION).createIndex(ofKind(CLOSES).named("calls"));
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index(STANDS_AT, Sort.Direction.ASC)
                                .unique()
                                .sparse()
                                .named("stands-at"));
    }

    /**
     * Opens an address with the change that publishes the story. At a fixed address it takes the
     * place of the page before it, for good and in every language: if it is retracted, that one
     * does not come back.
     */
    public void open(Change change, PublicPage.Open page) {
        if (page.standsAt() != null) {
            change.mongo()
                    .updateFirst(
                            query(where(STANDS_AT).is(page.standsAt())),
                            new Update().unset(STANDS_AT),
                            COLLECTION);
        }
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
     * Stories, news and calls in a language, newest first; calls alone by their last day, so that
     * those still open come first on any day.
     *
     * @param kind the only one to list; null for all
     * @param after the last one that was listed; null for the beginning
     */
    public List<PublicPage.Open> newest(
            Language language, @Nullable StoryKind kind, @Nullable Place after, int limit) {
        var listed = where(LANGUAGES).is(language).and(KIND);
        var criteria = kind == null ? listed.ne(StoryKind.PAGE) : listed.is(kind);
        var order = kind == StoryKind.CALL ? CLOSES : PUBLISHED;
        if (after != null) {
            Object at = kind == StoryKind.CALL ? after.day().toString() : after.instant();
            criteria.orOperator(
                    where(order).lt(at),
                    new Criteria().andOperator(where(order).is(at), where("_id").lt(after.id())));
        }
        var newest =
                query(criteria)
                        .with(Sort.by(Sort.Direction.DESC, order, "_id"))
                        .limit(Limit.of(limit));
        return mongo.find(newest, PublicPage.Open.class, COLLECTION);
    }

    /** The page that was published last for a fixed address, as long as it is public. */
    public Optional<PublicPage.Open> standing(StandsAt place, Language language) {
        var page = query(where(STANDS_AT).is(place).and(LANGUAGES).is(language));
        return Optional.ofNullable(mongo.findOne(page, PublicPage.Open.class, COLLECTION));
    }

    private static Index ofKind(String order) {
        return new Index(LANGUAGES, Sort.Direction.ASC)
                .on(KIND, Sort.Direction.ASC)
                .on(order, Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC);
    }

    /**
     * Where a part of a list ended.
     *
     * @param at in microseconds since 1970: the publication, or the last day where only calls are
     *     listed
     */
    public record Place(long at, UUID id) {

        /** The place of a page in the list of this kind, or of all. */
        public static Place of(PublicPage.Open page, @Nullable StoryKind listed) {
            var closes = page.closes();
            var at =
                    listed == StoryKind.CALL && closes != null
                            ? closes.atStartOfDay(ZoneOffset.UTC).toInstant()
                            : page.published();
            return new Place(ChronoUnit.MICROS.between(Instant.EPOCH, at), page.id());
        }

        private Instant instant() {
            return Instant.EPOCH.plus(at, ChronoUnit.MICROS);
        }

        private LocalDate day() {
            return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
        }
    }
}
