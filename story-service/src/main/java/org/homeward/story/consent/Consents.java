package org.homeward.story.consent;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The consents for stories and their pictures, as their events told of them, and which story each
 * has published. A consent's row is written both by what is heard of it and by a publication that
 * rests on it, so of a withdrawal and a publication, or of two publications, at the same moment one
 * waits for the other and sees it. The same holds for whatever is written of who was asked.
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
    private static final String STATE = "state";
    private static final String SHOWS = "shows";
    private static final String WRITINGS = "writings";

    private final MongoOperations mongo;

    Consents(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(VALID_UNTIL, Sort.Direction.ASC).named("ending"));
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(SHOWS, Sort.Direction.ASC).sparse().named("showing"));
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
     * What is known of these within a change that writes of who was asked for them. A no that is
     * heard at the same moment finds what this change wrote, or this change begins anew and sees
     * the no: so each time their rows change.
     */
    public KnownConsents knownToWrite(Change change, Collection<UUID> ids) {
        for (UUID id : ids) {
            change.companion(
                    COLLECTION,
                    new UpdateOneModel<>(
                            new Document("_id", id),
                            Updates.inc(WRITINGS, 1),
                            new UpdateOptions().upsert(true)));
        }
        return known(change, ids);
    }

    /**
     * Whether something was ever written of who was asked for it. One that was only heard of is not
     * told from one that is not there: one query for both.
     */
    public boolean isWrittenFor(UUID id) {
        return mongo.exists(query(where("_id").is(id).and(WRITINGS).exists(true)), COLLECTION);
    }

    /** Takes note of what became of a consent. */
    public void remember(Change change, ConsentEvent event) {
        var before = known(change, List.of(event.consent())).byId().get(event.consent());
        var consent = Consent.after(before, event);
        var update =
                new Update()
                        .set(STATE, consent.state().name())
                        .set("purpose", consent.purpose().name())
                        .set("hash", consent.hash())
                        .set(VALID_UNTIL, text(consent.validUntil()));
        change.mongo().upsert(byId(consent.id()), update, COLLECTION);
    }

    /**
     * What rests on a consent.
     *
     * @param stories that are public by it
     * @param pictures that show who gave it, whether their story is public or not
     */
    public record Resting(List<UUID> stories, List<UUID> pictures) {}

    public Resting restingOn(Change change, UUID consent) {
        var row = change.mongo().findOne(byId(consent), Document.class, COLLECTION);
        return row == null
                ? new Resting(List.of(), List.of())
                : new Resting(
                        row.getList(PUBLISHED, UUID.class, List.of()),
                        row.getList(SHOWS, UUID.class, List.of()));
    }

    /**
     * A picture does not show anybody else any more: an author has seen that it does not, and
     * nothing may become of it that others do with their consents.
     */
    public void showNobodyBut(Change change, Collection<UUID> ids, UUID picture) {
        change.mongo()
                .updateMulti(
                        query(where(SHOWS).is(picture).and("_id").nin(ids)),
                        new Update().pull(SHOWS, picture),
                        COLLECTION);
    }

    /**
     * Whether some of these were asked for another picture, of this story or of another: what a
     * refusal has to take away would grow without bounds.
     */
    public boolean showAnother(Change change, Collection<UUID> ids, UUID picture) {
        return change.mongo()
                .exists(
                        query(
                                where("_id")
                                        .in(ids)
                                        .and(SHOWS)
                                        .elemMatch(new Criteria().ne(picture))),
                        COLLECTION);
    }

    /** From now on a picture shows who was asked for these, whether they were answered or not. */
    public void show(Change change, Collection<UUID> ids, UUID picture) {
        for (UUID id : ids) {
            change.companion(
                    COLLECTION,
                    new UpdateOneModel<>(
                            new Document("_id", id),
                            Updates.addToSet(SHOWS, picture),
                            new UpdateOptions().upsert(true)));
        }
    }

    /** A picture that is no more shows nobody. */
    public void hide(Change change, UUID picture) {
        showNobodyBut(change, List.of(), picture);
    }

    /** The consents that were asked of everybody who is in a picture. */
    public List<UUID> shownIn(UUID picture) {
        return mongo.find(query(where(SHOWS).is(picture)), Document.class, COLLECTION).stream()
                .map(row -> row.get("_id", UUID.class))
                .toList();
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

    /** Consents whose last day was before this one, and on which something rests. */
    public List<UUID> endedBefore(LocalDate today, int limit) {
        var something =
                new Criteria()
                        .orOperator(
                                where(PUBLISHED + ".0").exists(true),
                                where(SHOWS + ".0").exists(true));
        var ended =
                query(where(VALID_UNTIL).lt(today.toString()).andOperator(something))
                        .with(Sort.by(VALID_UNTIL, "_id"))
                        .limit(Limit.of(limit));
        return mongo.find(ended, Document.class, COLLECTION).stream()
                .map(row -> row.get("_id", UUID.class))
                .toList();
    }

    private static KnownConsents known(MongoOperations mongo, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return KnownConsents.of(List.of());
        }
        return KnownConsents.of(
                mongo.find(heardOf(ids), Document.class, COLLECTION).stream()
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
                ConsentPurpose.valueOf(row.getString("purpose")),
                Consent.State.valueOf(row.getString(STATE)),
                row.getString("hash"),
                validUntil == null ? null : LocalDate.parse(validUntil),
                story != null || published.isEmpty() ? story : published.getFirst());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Query byId(UUID id) {
        return query(where("_id").is(id));
    }

    /** A row may be there before anything was heard, of one that was asked to be shown. */
    private static Query heardOf(Collection<UUID> ids) {
        return query(where("_id").in(ids).and(STATE).exists(true));
    }

    private static Query among(Collection<UUID> ids) {
        return query(where("_id").in(ids));
    }
}
