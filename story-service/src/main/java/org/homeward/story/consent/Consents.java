package org.homeward.story.consent;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The consents for stories and their pictures, as their events told of them, and which story each
 * has published. A consent's row is written both by what is heard of it and by a publication that
 * rests on it, so of a withdrawal and a publication, or of two publications, at the same moment one
 * waits for the other and sees it.
 *
 * <p>Events can't tell which story a consent was spent on: so this is no projection that could be
 * made anew from them.
 */
@Component
public class Consents {

    static final String COLLECTION = "consents";
    private static final String PUBLISHED = "published";
    private static final String VALID_UNTIL = "validUntil";
    private static final String STORY = "story";

    private final MongoOperations mongo;

    Consents(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(VALID_UNTIL, Sort.Direction.ASC).named("ending"));
    }

    /** What is known now of these. */
    public KnownConsents known(Collection<UUID> ids) {
        return known(mongo, ids);
    }

    /** What is known of these within a change. */
    public KnownConsents known(Change change, Collection<UUID> ids) {
        return known(change.mongo(), ids);
    }

    /**
     * Takes note of what became of a consent.
     *
     * @return public stories that rest on it
     */
    public List<UUID> remember(Change change, ConsentEvent event) {
        var row = change.mongo().findOne(byId(event.consent()), Document.class, COLLECTION);
        var consent = Consent.after(row == null ? null : read(row), event);
        var update =
                new Update()
                        .set("state", consent.state().name())
                        .set("textHash", consent.textHash())
                        .set(VALID_UNTIL, text(consent.validUntil()));
        change.mongo().upsert(byId(consent.id()), update, COLLECTION);
        return row == null ? List.of() : row.getList(PUBLISHED, UUID.class, List.of());
    }

    /** From now on a public story rests on these, and no other story ever can. */
    public void support(Change change, Collection<UUID> ids, UUID story) {
        change.mongo()
                .updateMulti(
                        among(ids),
                        new Update().addToSet(PUBLISHED, story).set(STORY, story),
                        COLLECTION);
    }

    /** The story is not public any more; that these have published it stays. */
    public void release(Change change, Collection<UUID> ids, UUID story) {
        change.mongo().updateMulti(among(ids), new Update().pull(PUBLISHED, story), COLLECTION);
    }

    /** Public stories that rest on a consent whose last day was before this one. */
    public List<UUID> endedBefore(LocalDate today, int limit) {
        var ended =
                query(where(PUBLISHED + ".0").exists(true).and(VALID_UNTIL).lt(today.toString()))
                        .with(Sort.by(VALID_UNTIL, "_id"))
                        .limit(Limit.of(limit));
        return mongo.find(ended, Document.class, COLLECTION).stream()
                .flatMap(row -> row.getList(PUBLISHED, UUID.class).stream())
                .distinct()
                .toList();
    }

    private static KnownConsents known(MongoOperations mongo, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return KnownConsents.of(List.of());
        }
        return KnownConsents.of(
                mongo.find(among(ids), Document.class, COLLECTION).stream()
                        .map(Consents::read)
                        .toList());
    }

    /** A row that supported a story before it was kept which says so by that story. */
    private static Consent read(Document row) {
        var story = row.get(STORY, UUID.class);
        var published = row.getList(PUBLISHED, UUID.class, List.of());
        var validUntil = row.getString(VALID_UNTIL);
        return new Consent(
                row.get("_id", UUID.class),
                Consent.State.valueOf(row.getString("state")),
                row.getString("textHash"),
                validUntil == null ? null : LocalDate.parse(validUntil),
                story != null || published.isEmpty() ? story : published.getFirst());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Query byId(UUID id) {
        return query(where("_id").is(id));
    }

    private static Query among(Collection<UUID> ids) {
        return query(where("_id").in(ids));
    }
}
