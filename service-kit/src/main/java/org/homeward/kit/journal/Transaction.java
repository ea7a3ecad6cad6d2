package org.homeward.kit.journal;

import com.google.crypto.tink.Aead;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.SealingPlace;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.AlreadyExists;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.VersionRequired;
import org.homeward.kit.web.VersionStale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One run of a command inside one MongoDB transaction; the entries are written at its end. */
final class Transaction implements Change {

    private final ClientSession session;
    private final MongoTemplate template;
    private final StateMapping mapping;
    private final KeyVault vault;
    private final Entry entry;
    private final Origin origin;
    private final Instant now;
    private final Companions companions;
    private final Map<UUID, Aead> keys;
    private final Map<UUID, Document> read;
    private final List<Document> entries;
    private final Set<UUID> renewed;
    private final Set<UUID> destroyed;

    Transaction(
            ClientSession session,
            MongoTemplate template,
            StateMapping mapping,
            KeyVault vault,
            Entry entry,
            Origin origin,
            Instant now) {
        this.session = session;
        this.template = template;
        this.mapping = mapping;
        this.vault = vault;
        this.entry = entry;
        this.origin = origin;
        this.now = now;
        this.companions = new Companions(session, template);
        this.keys = new HashMap<>();
        this.read = new HashMap<>();
        this.entries = new ArrayList<>();
        this.renewed = new HashSet<>();
        this.destroyed = new HashSet<>();
    }

    private Transaction(Transaction same, Origin origin) {
        this.session = same.session;
        this.template = same.template;
        this.mapping = same.mapping;
        this.vault = same.vault;
        this.entry = same.entry;
        this.origin = origin;
        this.now = same.now;
        this.companions = same.companions;
        this.keys = same.keys;
        this.read = same.read;
        this.entries = same.entries;
        this.renewed = same.renewed;
        this.destroyed = same.destroyed;
    }

    @Override
    public Change causedBy(Origin other) {
        return new Transaction(this, other);
    }

    @Override
    public <A> Stored<A> load(AggregateType<A> type, UUID id, Scope scope) {
        return readOne(type, StateMapping.within(scope, type, new Document("_id", id)))
                .orElseThrow(NotFound::new);
    }

    @Override
    public <A> Stored<A> loadMatching(AggregateType<A> type, UUID id, Call call) {
        var stored = load(type, id, call.scope());
        if (call.ifMatch() == null) {
            throw new VersionRequired();
        }
        if (call.ifMatch() != stored.version()) {
            throw new VersionStale();
        }
        return stored;
    }

    @Override
    public <A> Optional<Stored<A>> find(AggregateType<A> type, UUID id) {
        return readOne(type, new Document("_id", id));
    }

    @Override
    public <A> List<Stored<A>> findAll(AggregateType<A> type, Document query) {
        return readAll(type, collection(type).find(session, query));
    }

    @Override
    public <A> List<Stored<A>> findAll(AggregateType<A> type, Document query, int most) {
        return readAll(type, collection(type).find(session, query).limit(most));
    }

    private <A> List<Stored<A>> readAll(AggregateType<A> type, FindIterable<Document> found) {
        return found.map(document -> read(type, document)).into(new ArrayList<>());
    }

    private <A> Optional<Stored<A>> readOne(AggregateType<A> type, Document query) {
        return Optional.ofNullable(collection(type).find(session, query).first())
                .map(document -> read(type, document));
    }

    private <A> Stored<A> read(AggregateType<A> type, Document document) {
        var id = document.get("_id", UUID.class);
        read.put(id, document);
        return mapping.fromDocument(type, document, reading(type, id));
    }

    @Override
    public Optional<Instant> lastChange(AggregateType<?> type, Document query) {
        var last =
                collection(type)
                        .find(session, query)
                        .projection(Projections.include(StateMapping.ORDER))
                        .sort(Sorts.descending(StateMapping.ORDER))
                        .first();
        return Optional.ofNullable(last).map(found -> instant(found.getLong(StateMapping.ORDER)));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public <A> Stored<A> create(AggregateType<A> type, UUID id, Decision<? extends A> decision) {
        var stored = new Stored<A>(type, id, decision.state(), 1, decision.events().size());
        try {
            collection(type).insertOne(session, write(stored, null, decision));
        } catch (KeyDestroyed erased) {
            throw new AlreadyExists();
        } catch (MongoWriteException failed) {
            throw failed.getError().getCode() == Failures.DUPLICATE_KEY
                    ? new AlreadyExists()
                    : failed;
        }
        return stored;
    }

    @Override
    public <A> Stored<A> update(Stored<A> before, Decision<? extends A> decision) {
        var stored =
                new Stored<A>(
                        before.type(),
                        before.id(),
                        decision.state(),
                        before.version() + 1,
                        before.sequence() + decision.events().size());
        var known = Objects.requireNonNull(read.get(before.id()), "update without load");
        var document = write(stored, known, decision);
        var result =
                collection(before.type())
                        .replaceOne(
                                session,
                                new Document("_id", before.id())
                                        .append(StateMapping.VERSION, before.version()),
                                document);
        if (result.getMatchedCount() == 0) {
            throw new Failures.LostRace();
        }
        return stored;
    }

    private Document write(Stored<?> after, @Nullable Document before, Decision<?> decision) {
        boolean sealed = before != null && StateMapping.isSealed(before.get(StateMapping.STATE));
        var state = mapping.toDocument(after.state(), writing(after.type(), after.id(), sealed));
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        long last = before == null ? 0 : before.getLong(StateMapping.ORDER);
        long order = Math.max(micros, last + 1);
        var document =
                new Document("_id", after.id())
                        .append(StateMapping.VERSION, after.version())
                        .append(StateMapping.SEQUENCE, after.sequence())
                        .append(StateMapping.ORDER, order)
                        .append(
                                StateMapping.CREATED,
                                before == null ? micros : before.getLong(StateMapping.CREATED))
                        .append(StateMapping.STATE, state);
        var fields =
                StateMapping.changed(
                        before == null ? null : before.get(StateMapping.STATE, Document.class),
                        state);
        long sequence = after.sequence() - decision.events().size();
        entries.add(entry.of(after, sequence, order, fields, decision.events(), origin, now));
        read.put(after.id(), document);
        return document;
    }

    @Override
    public MongoOperations mongo() {
        return companions.mongo();
    }

    @Override
    public void companion(String collection, WriteModel<Document> write) {
        companions.add(collection, write);
    }

    /** Sends what is left to be written beside aggregates and entries, and destroys keys. */
    void complete() {
        companions.send();
        if (!destroyed.isEmpty()) {
            vault.destroy(session, destroyed, now);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Aead key(UUID owner) {
        return key(owner, false);
    }

    private Aead key(UUID owner, boolean sealed) {
        if (destroyed.contains(owner)) {
            throw new KeyDestroyed();
        }
        return keys.computeIfAbsent(owner, id -> vault.keyForWriting(session, id, sealed));
    }

    @Override
    public void renewKey(UUID owner) {
        if (destroyed.contains(owner)) {
            throw new KeyDestroyed();
        }
        keys.put(owner, vault.renew(session, owner));
        renewed.add(owner);
    }

    @Override
    public void destroyKey(UUID owner) {
        keys.remove(owner);
        destroyed.add(owner);
    }

    /** What this run wrote; the caller puts the request on the first and inserts them. */
    List<Document> entries() {
        return entries;
    }

    /** Whose keys are others than before, or none any more, once it is committed. */
    Stream<UUID> changedKeys() {
        return Stream.concat(renewed.stream(), destroyed.stream());
    }

    /**
     * A secret may be opened after the transaction has ended, so reading never needs the session.
     */
    private SealingPlace reading(AggregateType<?> type, UUID id) {
        return new SealingPlace(
                type.collection(),
                id,
                () -> {
                    Aead made = keys.get(id);
                    return made != null ? made : vault.key(id);
                },
                vault);
    }

    private SealingPlace writing(AggregateType<?> type, UUID id, boolean sealed) {
        return new SealingPlace(type.collection(), id, () -> key(id, sealed), vault);
    }

    private MongoCollection<Document> collection(AggregateType<?> type) {
        return template.getDb().getCollection(type.collection());
    }
}
