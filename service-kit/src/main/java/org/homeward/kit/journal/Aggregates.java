package org.homeward.kit.journal;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reads of aggregates outside a command, always within somebody's scope. */
public final class Aggregates {

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
        if (page.cursor() != null) {
            var after = cursors.decode(page.cursor(), bound);
            query.append(
                    "$or",
                    List.of(
                            new Document(
                                    StateMapping.CREATED, new Document("$lt", after.created())),
                            new Document(StateMapping.CREATED, after.created())
                                    .append("_id", new Document("$lt", after.id()))));
        }
        var documents =
                collection(type)
                        .find(query)
                        .sort(new Document(StateMapping.CREATED, -1).append("_id", -1))
                        .limit(page.limit() + 1)
                        .into(new ArrayList<>());
        boolean more = documents.size() > page.limit();
        var shown = more ? documents.subList(0, page.limit()) : documents;
        vault.warm(shown.stream().map(document -> document.get("_id", UUID.class)).toList());
        var items = shown.stream().map(document -> read(type, document)).toList();
        if (!more) {
            return new Page<>(items, null);
        }
        var last = shown.getLast();
        return new Page<>(
                items,
                cursors.encode(
                        last.getLong(StateMapping.CREATED), last.get("_id", UUID.class), bound));
    }

    private <A> Stored<A> read(AggregateType<A> type, Document document) {
        var id = document.get("_id", UUID.class);
        return mapping.fromDocument(type, document, vault.reading(type.collection(), id));
    }

    private MongoCollection<Document> collection(AggregateType<?> type) {
        return template.getDb().getCollection(type.collection());
    }
}
