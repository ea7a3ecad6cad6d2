package org.homeward.beneficiary.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.beneficiary.matching.Attribute;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.VersionedKey;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Finds people although their data is sealed: one row for each blind token of a person. The rows go
 * with the person. They stand in no back-up: where they are missing at the start although there are
 * files, all are made again from the data, and until then nobody is searched for.
 *
 * <p>The key has versions, listed beside the rows so that a transaction sees list and rows as of
 * one moment: rows are written by the newest, a search asks for all. Where the vault has a newer
 * one than the list, as beside old data, it is in use from the start on: what was replaced because
 * it had leaked is not what rows are written by again.
 */
@Component
public final class LookUp {

    /** Counting stops here: "that many or more". */
    static final int COUNTED = 100_000;

    private static final String ROWS = "lookup";
    private static final String VERSIONS = "lookup_keys";
    private static final String SINCE = "since";

    /** Beside the versions, for they stand in back-ups and the rows do not. */
    private static final String INCOMPLETE = "incomplete";

    private static final String MADE_UNTIL = "madeUntil";
    private static final String UNREADABLE = "unreadable";

    private static final int TRY_AGAIN = 60;
    private static final int NAMESPACE_EXISTS = 48;
    private static final int MOST_CANDIDATES = 50;

    private final MongoTemplate template;
    private final VersionedKey keys;
    private final Map<Integer, SearchKey> opened = new ConcurrentHashMap<>();

    /**
     * @throws IllegalStateException when the vault has not all keys in use, or one does not open
     * @throws Unavailable while the master key can't be asked
     */
    LookUp(MongoTemplate template, KeyVault vault, Clock clock) {
        this.template = template;
        this.keys = vault.versioned("search");
        int newest = Math.max(1, keys.newest());
        if (versions().tailMap(newest).isEmpty()) {
            add(newest, clock.instant());
        }
        markMissing();
        prepare();
        versions().keySet().forEach(this::key);
    }

    /** Before the collection is made: a process that is killed between leaves the mark. */
    private void markMissing() {
        if (!template.collectionExists(ROWS)
                && template.estimatedCount(BENEFICIARY.collection()) > 0) {
            template.updateMulti(
                    new Query(),
                    Update.update(INCOMPLETE, true).unset(MADE_UNTIL).unset(UNREADABLE),
                    VERSIONS);
        }
    }

    /**
     * Stored in the order of their random ids: their places tell nothing of what belongs together.
     */
    private void prepare() {
        try {
            var byId = new ClusteredIndexOptions(new Document("_id", 1), true);
            template.getDb()
                    .createCollection(
                            ROWS, new CreateCollectionOptions().clusteredIndexOptions(byId));
        } catch (MongoCommandException there) {
            if (there.getErrorCode() != NAMESPACE_EXISTS) {
                throw there;
            }
        }
        rows().createIndex(
                        Indexes.ascending(SearchKey.TOKEN, SearchKey.OWNER),
                        new IndexOptions().name("token").unique(true));
        rows().createIndex(Indexes.ascending(SearchKey.OWNER), new IndexOptions().name("owner"));
    }

    /** Replaces the rows of a person within the transaction that writes her. */
    public void write(MongoOperations transaction, UUID owner, KnownPerson person) {
        var versions = versions(transaction);
        forget(transaction, owner, versions.keySet());
        transaction.insert(key(versions.lastKey()).rows(owner, person), ROWS);
    }

    /** The rows of people who have none yet, for who writes very many at once. */
    public List<Document> rows(Map<UUID, KnownPerson> people) {
        var newest = key(versions().lastKey());
        return people.entrySet().stream()
                .flatMap(one -> newest.rows(one.getKey(), one.getValue()).stream())
                .toList();
    }

    /** The same for who has rows: who was erased meanwhile gets none back. */
    void renew(MongoOperations transaction, UUID owner, KnownPerson person) {
        var versions = versions(transaction);
        if (forget(transaction, owner, versions.keySet()) > 0) {
            transaction.insert(key(versions.lastKey()).rows(owner, person), ROWS);
        }
    }

    /**
     * Removes the rows of a person within the transaction that erases her: she is not found any
     * more, from its end on.
     */
    public void forget(MongoOperations transaction, UUID owner) {
        forget(transaction, owner, versions(transaction).keySet());
    }

    private long forget(MongoOperations transaction, UUID owner, Set<Integer> versions) {
        var names = names(owner, versions).toList();
        var hers = Query.query(Criteria.where(SearchKey.OWNER).in(names));
        return transaction.remove(hers, ROWS).getDeletedCount();
    }

    /** What rows of a person name her by. */
    private Stream<UUID> names(UUID owner, Set<Integer> versions) {
        return versions.stream().flatMap(version -> key(version).disguised(owner));
    }

    /** Those of some people who have no row, of whichever version. */
    List<UUID> without(List<UUID> people) {
        var versions = versions().keySet();
        var named = new HashMap<UUID, UUID>();
        people.forEach(person -> names(person, versions).forEach(name -> named.put(name, person)));
        var known = new HashSet<UUID>();
        rows().distinct(SearchKey.OWNER, in(SearchKey.OWNER, named.keySet()), UUID.class)
                .forEach(name -> known.add(named.get(name)));
        return people.stream().filter(person -> !known.contains(person)).toList();
    }

    /**
     * Who shares tokens with a person: owners of an equal document first, then of an equal
     * telephone, however many namesakes there are; then those who agree in most of names, given
     * name with day, given name with year, and family name with district; of as many the rarer
     * ones. So whoever agrees in more than a name is never cut off for those who share the name
     * alone, however much more alike theirs is written. All rows count, so what is cut off shares
     * less than what is kept, and the order is the same each time. Reads the index only.
     *
     * @throws Unavailable while rows are missing: who is not found would be registered twice
     */
    List<UUID> sharing(KnownPerson person) {
        if (making().isPresent()) {
            throw new Unavailable("The search is being made again from the files.", TRY_AGAIN);
        }
        while (true) {
            var versions = versions().keySet();
            var owners = sharing(person, versions);
            if (versions.equals(versions().keySet())) {
                return owners;
            }
            // a version came or went meanwhile: rows may have moved to where nobody looked
        }
    }

    private List<UUID> sharing(KnownPerson person, Collection<Integer> versions) {
        var asked = new HashMap<String, Asked>();
        for (int version : versions) {
            var disguises = new HashMap<Attribute.Kind, Asked>();
            for (var token : key(version).tokens(person)) {
                asked.put(
                        token,
                        disguises.computeIfAbsent(
                                SearchKey.kindOf(token),
                                kind -> new Asked(kind, key(version).disguise(kind))));
            }
        }
        var shared = new HashMap<UUID, Shared>();
        rows().find(in(SearchKey.TOKEN, asked.keySet()))
                .projection(fields(include(SearchKey.TOKEN, SearchKey.OWNER), excludeId()))
                .batchSize(5_000)
                .forEach(
                        row -> {
                            var of =
                                    Objects.requireNonNull(
                                            asked.get(row.getString(SearchKey.TOKEN)));
                            var owner = of.disguise().off(row.get(SearchKey.OWNER, UUID.class));
                            shared.computeIfAbsent(owner, Shared::new).add(of.kind());
                        });
        var owners = new EnumMap<Attribute.Kind, Integer>(Attribute.Kind.class);
        shared.values()
                .forEach(one -> one.kinds.forEach(kind -> owners.merge(kind, 1, Integer::sum)));
        return shared.values().stream()
                .map(one -> one.weighed(owners))
                .sorted(Weighed.MOST_FIRST)
                .limit(MOST_CANDIDATES)
                .map(Weighed::owner)
                .toList();
    }

    private record Asked(Attribute.Kind kind, Disguise disguise) {}

    /** How much somebody has in common with who is searched for. */
    private static final class Shared {

        private final UUID owner;
        private final Set<Attribute.Kind> kinds = EnumSet.noneOf(Attribute.Kind.class);
        private int tokens;

        Shared(UUID owner) {
            this.owner = owner;
        }

        void add(Attribute.Kind kind) {
            kinds.add(kind);
            tokens++;
        }

        /**
         * Names that are alike both ways are one thing, not two.
         *
         * @param owners how many share each kind
         */
        Weighed weighed(Map<Attribute.Kind, Integer> owners) {
            var telling = EnumSet.copyOf(kinds);
            if (telling.contains(Attribute.Kind.NAMES)) {
                telling.remove(Attribute.Kind.NAMES_LOOSELY);
            }
            double commonness = 0;
            for (var kind : telling) {
                commonness += Math.log(Objects.requireNonNull(owners.get(kind)));
            }
            return new Weighed(
                    owner,
                    kinds.contains(Attribute.Kind.DOCUMENT),
                    kinds.contains(Attribute.Kind.PHONE),
                    telling.size(),
                    commonness,
                    tokens);
        }
    }

    /**
     * @param kinds in how many things somebody agrees
     * @param commonness the logarithm of how many agree in each, summed: the less, the more it says
     */
    private record Weighed(
            UUID owner, boolean document, boolean phone, int kinds, double commonness, int tokens) {

        static final Comparator<Weighed> MOST_FIRST =
                Comparator.comparing(Weighed::document)
                        .thenComparing(Weighed::phone)
                        .thenComparing(Weighed::kinds)
                        .thenComparing(one -> -one.commonness())
                        .thenComparing(Weighed::tokens)
                        .reversed()
                        .thenComparing(Weighed::owner);
    }

    /** Versions in use, the newest last, each with the moment since when it is. */
    SortedMap<Integer, Instant> versions() {
        return versions(template);
    }

    private static SortedMap<Integer, Instant> versions(MongoOperations mongo) {
        var versions = new TreeMap<Integer, Instant>();
        mongo.findAll(Document.class, VERSIONS)
                .forEach(
                        row -> versions.put(row.getInteger("_id"), row.getDate(SINCE).toInstant()));
        return versions;
    }

    /**
     * How far the rows of everybody are made again; several instances may go on from it.
     *
     * @param version beside which it stands
     * @param until the person after whom it goes on, in the order of ids; null at the beginning
     * @param unreadable how many before could not be opened, and have none
     */
    record Making(int version, @Nullable UUID until, int unreadable) {}

    /** Empty but while people with a file may have no rows, since old data was brought back. */
    Optional<Making> making() {
        return Optional.ofNullable(
                        list().find(eq(INCOMPLETE, true)).sort(Sorts.descending("_id")).first())
                .map(
                        row ->
                                new Making(
                                        row.getInteger("_id"),
                                        row.get(MADE_UNTIL, UUID.class),
                                        row.getInteger(UNREADABLE, 0)));
    }

    /**
     * A portion more is made. Nothing happens where another instance was first.
     *
     * @param from where it began
     * @param unreadable how many of it could not be opened
     */
    void made(Making from, UUID until, int unreadable) {
        list().updateOne(
                        asSeen(from),
                        Updates.combine(
                                Updates.set(MADE_UNTIL, until),
                                Updates.inc(UNREADABLE, unreadable)));
    }

    /** All are gone through once more. Nothing happens where another instance was first. */
    void makeOnceMore(Making from) {
        list().updateOne(
                        asSeen(from),
                        Updates.combine(Updates.unset(MADE_UNTIL), Updates.unset(UNREADABLE)));
    }

    private static Bson asSeen(Making making) {
        return and(eq(making.version()), eq(INCOMPLETE, true), eq(MADE_UNTIL, making.until()));
    }

    /** Everybody who can be opened has rows again. */
    void complete() {
        template.updateMulti(
                new Query(),
                new Update().unset(INCOMPLETE).unset(MADE_UNTIL).unset(UNREADABLE),
                VERSIONS);
    }

    /** From here on rows are written by this version; nothing happens where it is in use. */
    void add(int version, Instant now) {
        keys.make(version);
        template.upsert(
                Query.query(Criteria.where("_id").is(version)),
                new Update().setOnInsert(SINCE, now),
                VERSIONS);
    }

    /** Searches do not ask for this version any more: no row may be left of it. */
    void retire(int version) {
        template.remove(Query.query(Criteria.where("_id").is(version)), VERSIONS);
    }

    /** Rows of one version, counted to {@value #COUNTED}. */
    long count(int version) {
        return count(
                and(
                        gte(SearchKey.TOKEN, SearchKey.prefix(version)),
                        lt(SearchKey.TOKEN, SearchKey.prefix(version + 1))));
    }

    /** Rows of older versions, counted to {@value #COUNTED}. */
    long countOlderThan(int version) {
        return count(lt(SearchKey.TOKEN, SearchKey.prefix(version)));
    }

    /**
     * Some people with rows of older versions.
     *
     * @param most how many rows are looked at
     * @param but people who are passed over
     */
    Set<UUID> olderThan(int version, int most, Set<UUID> but) {
        var versions = versions().keySet();
        var passedOver = but.stream().flatMap(person -> names(person, versions)).toList();
        var owners = new LinkedHashSet<UUID>();
        rows().find(
                        and(
                                lt(SearchKey.TOKEN, SearchKey.prefix(version)),
                                nin(SearchKey.OWNER, passedOver)))
                .projection(fields(include(SearchKey.TOKEN, SearchKey.OWNER), excludeId()))
                .limit(most)
                .forEach(row -> owners.add(ownerOf(row)));
        return owners;
    }

    private UUID ownerOf(Document row) {
        var token = row.getString(SearchKey.TOKEN);
        return key(SearchKey.versionOf(token))
                .disguise(SearchKey.kindOf(token))
                .off(row.get(SearchKey.OWNER, UUID.class));
    }

    private SearchKey key(int version) {
        return opened.computeIfAbsent(
                version, number -> new SearchKey(number, keys.version(number)));
    }

    private long count(Bson which) {
        return rows().countDocuments(which, new CountOptions().limit(COUNTED));
    }

    private MongoCollection<Document> list() {
        return template.getDb().getCollection(VERSIONS);
    }

    private MongoCollection<Document> rows() {
        return template.getDb().getCollection(ROWS);
    }
}
