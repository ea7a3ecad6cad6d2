package org.homeward.kit.journal;

import com.google.crypto.tink.Aead;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The open transaction of one command or of one poll of the inbox. It may be run more than once, so
 * whatever is done with it must have no effect beside it.
 */
public interface Change {

    /**
     * @throws org.homeward.kit.web.NotFound when there is none or it is out of scope: one query,
     *     one answer for both
     */
    <A> Stored<A> load(AggregateType<A> type, UUID id, Scope scope);

    /**
     * Loads in the scope of the call and compares the version the caller has seen.
     *
     * @throws org.homeward.kit.web.NotFound as {@link #load}
     * @throws org.homeward.kit.web.VersionRequired when the call has no If-Match (428)
     * @throws org.homeward.kit.web.VersionStale when it names another version (412)
     */
    <A> Stored<A> loadMatching(AggregateType<A> type, UUID id, Call call);

    /** For the service's own work, where nobody's scope applies. */
    <A> Optional<Stored<A>> find(AggregateType<A> type, UUID id);

    /**
     * Those that match, in no order and by one query; for the service's own work as {@link #find}.
     *
     * @param query as the database holds them: {@code _id}, {@code state.…}
     */
    <A> List<Stored<A>> findAll(AggregateType<A> type, Document query);

    /**
     * @param most how many at most, 1 or more
     */
    <A> List<Stored<A>> findAll(AggregateType<A> type, Document query, int most);

    /**
     * @throws org.homeward.kit.web.AlreadyExists when the id is taken, at the end of the change if
     *     by an aggregate of another type; or was, by one whose key was destroyed
     */
    <A> Stored<A> create(AggregateType<A> type, UUID id, Decision<? extends A> decision);

    /** Compare-and-set on the version; a lost race starts the whole command again. */
    <A> Stored<A> update(Stored<A> before, Decision<? extends A> decision);

    /**
     * When the one of these records was changed that was changed last; empty when there is none.
     *
     * @param query as the database holds them: {@code _id}, {@code state.…}
     */
    Optional<Instant> lastChange(AggregateType<?> type, Document query);

    /**
     * Reads and writes of companions (look-up rows, projections), bound to this transaction. What
     * {@link #companion} was given is written with this call: call it anew for each read.
     */
    MongoOperations mongo();

    /**
     * Writes a companion without a round trip of its own: sent in order, together with others of
     * its collection, before anything is read by {@link #mongo} or at the end.
     */
    void companion(String collection, WriteModel<Document> write);

    /** The time of the command by the service's own clock; the same in every entry it writes. */
    Instant now();

    /**
     * The same change, on behalf of another: the entries of what is written through it name that
     * origin.
     */
    Change causedBy(Origin origin);

    /**
     * The key of a record, for what is sealed of it beside it; made with this change when it has
     * none.
     *
     * @throws org.homeward.kit.sealing.KeyDestroyed when it was, by this change or before
     * @throws org.homeward.kit.sealing.SealBroken when it does not fit
     * @throws org.homeward.kit.web.Unavailable while the master key can't be asked
     */
    Aead key(UUID owner);

    /**
     * Replaces the key of a record with this change: what it sealed before can never be read any
     * more, and what lies sealed of the record has to be written anew. A reader who got it just
     * before may find it broken.
     *
     * @throws org.homeward.kit.sealing.KeyDestroyed when it was, by this change or before
     * @throws org.homeward.kit.sealing.SealBroken when it is missing or does not fit
     * @throws org.homeward.kit.web.Unavailable while the master key can't be asked
     */
    void renewKey(UUID owner);

    /**
     * Destroys the key of a record with this change: what it sealed can never be read again. Of a
     * record that seals nothing the vault remembers all the same that it has ended, and the vault
     * is not brought back with an old back-up of the data.
     */
    void destroyKey(UUID owner);
}
