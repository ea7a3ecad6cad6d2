package org.homeward.kit.journal;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.RecordDestroyed;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Cursors.Position;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reads of aggregates outside a command, always within somebody's scope. */
public final class Aggregates {

    private static final int AT_ONCE = 100;
    private static final int QUERIES = 10;

    private final MongoTemplate template;
    private final StateMapping mapping;
    private final KeyVault vault;
    private final Cursors cursors;

    Aggregates(MongoTemplate template, StateMapping mapping, KeyVault vault, Cursors cursors) {
        this.template = template;
        this.mapping = mapping;
        this.vault = vault;
        this.cursors = cursors;
    }

    /** Empty when there is none or it is out of scope: one query for both. */
    public <A> Optional<Stored<A>> find(AggregateType<A> type, UUID id, Scope scope) {
        var query = StateMapping.within(scope, type, new Document("_id", id));
        return Optional.ofNullable(collection(type).find(query).first())
                .map(document -> read(type, document));
    }

    /**
     * A record whose secret is about to be told. Where the key was destroyed or renewed since it
     * was found, the change that did so says what the record is now: it is read once more.
     *
     * @param told what of a state is told; empty where nothing sealed is
     * @return the record as it was found, or as it is since
     * @throws RecordDestroyed when it is as it was: then that was destroyed for good
     * @throws SealBroken when its key is missing or does not fit
     */
    public <A> Stored<A> legible(
            Stored<A> found, Function<? super A, Optional<? extends Secret<?>>> told) {
        return Optional.of(found)
                .filter(one -> isLegible(told.apply(one.state())))
                .or(
                        () ->
                                find(found.type(), found.id(), Scope.everything())
                                        .filter(one -> isReadable(told.apply(one.state()))))
                .orElseThrow(RecordDestroyed::new);
    }

    private static boolean isLegible(Optional<? extends Secret<?>> told) {
        return told.map(Secret::legibility).orElse(Legibility.READABLE) == Legibility.READABLE;
    }

    private static boolean isReadable(Optional<? extends Secret<?>> told) {
        return told.map(Secret::isReadable).orElse(true);
    }

    /** Many by id, in no order; unknown ones and those out of scope are left out. */
    public <A> List<Stored<A>> findAll(AggregateType<A> type, List<UUID> ids, Scope scope) {
        var query = StateMapping.within(scope, type, new Document("_id", new Document("$in", ids)));
        var documents = collection(type).find(query).into(new ArrayList<>());
        vault.warm(ids);
        return documents.stream().map(document -> read(type, document)).toList();
    }

    /**
     * A page of those that match, newest first.
     *
     * @param filter conditions on {@code state.…}; the cursor is bound to it
     */
    public <A> Page<Stored<A>> list(
            AggregateType<A> type, Document filter, Scope scope, PageRequest page) {
        var query = StateMapping.within(scope, type, new Document(filter));
        var bound = type.name() + query.toJson();
        var documents = newest(type, query, after(page, bound), page.limit() + 1);
        boolean more = documents.size() > page.limit();
        var shown = more ? documents.subList(0, page.limit()) : documents;
        var items = read(type, shown);
        return new Page<>(items, more ? cursor(shown.getLast(), bound) : null);
    }

    /**
     * As {@link #list(AggregateType, Document, Scope, PageRequest)}, for a condition on what lies
     * sealed, which no query can ask. Pages are filled up, and the last says that it is the last:
     * nothing tells that something was left out. Only where a thousand were looked at a page ends
     * before it is full, and the next goes on after them.
     */
    public <A> Page<Stored<A>> list(
            AggregateType<A> type,
            Document filter,
            Scope scope,
            PageRequest page,
            Predicate<A> condition) {
        var query = StateMapping.within(scope, type, new Document(filter));
        var bound = type.name() + query.toJson();
        var after = after(page, bound);
        var items = new ArrayList<Stored<A>>();
        var rest = page.cursor();
        String next = null;
        for (int queries = 0; queries < QUERIES; queries++) {
            var documents = newest(type, query, after, AT_ONCE);
            var found = read(type, documents);
            for (int i = 0; i < found.size(); i++) {
                if (holds(condition, found.get(i).state())) {
                    if (items.size() == page.limit()) {
                        return new Page<>(items, next);
                    }
                    items.add(found.get(i));
                    next = cursor(documents.get(i), bound);
                }
            }
            if (documents.size() < AT_ONCE) {
                return new Page<>(items, null);
            }
            after = position(documents.getLast());
            rest = cursor(documents.getLast(), bound);
        }
        return new Page<>(items, rest);
    }

    /** Of what can't be opened it can't be known: then it is not shown. */
    private static <A> boolean holds(Predicate<A> condition, A state) {
        try {
            return condition.test(state);
        } catch (KeyDestroyed | SealBroken unknown) {
            return false;
        }
    }

    private List<Document> newest(
            AggregateType<?> type, Document query, @Nullable Position after, int most) {
        return collection(type)
                .find(after == null ? query : rest(query, after))
                .sort(new Document(StateMapping.CREATED, -1).append("_id", -1))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** Beside the query: it may have an alternative of its own. */
    private static Document rest(Document query, Position after) {
        var older = new Document(StateMapping.CREATED, new Document("$lt", after.created()));
        var atOnce =
                new Document(StateMapping.CREATED, after.created())
                        .append("_id", new Document("$lt", after.id()));
        return new Document("$and", List.of(query, new Document("$or", List.of(older, atOnce))));
    }

    private @Nullable Position after(PageRequest page, String bound) {
        return page.cursor() == null ? null : cursors.decode(page.cursor(), bound);
    }

    private String cursor(Document document, String bound) {
        var position = position(document);
        return cursors.encode(position.created(), position.id(), bound);
    }

    private static Position position(Document document) {
        return new Position(
                document.getLong(StateMapping.CREATED), document.get("_id", UUID.class));
    }

    private <A> List<Stored<A>> read(AggregateType<A> type, List<Document> documents) {
        vault.warm(documents.stream().map(document -> document.get("_id", UUID.class)).toList());
        return documents.stream().map(document -> read(type, document)).toList();
    }

    private <A> Stored<A> read(AggregateType<A> type, Document document) {
        var id = document.get("_id", UUID.class);
        return mapping.fromDocument(type, document, vault.reading(type.collection(), id));
    }

    private MongoCollection<Document> collection(AggregateType<?> type) {
        return template.getDb().getCollection(type.collection());
    }
}
