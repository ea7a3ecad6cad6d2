package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.ExplainVerbosity;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.test.DataMap;
import tools.jackson.databind.JsonNode;

/** What the service has stored, looked at past the service. */
final class Database {

    private static final MongoClient CLIENT =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .applyConnectionString(new ConnectionString(RunningService.mongoUri()))
                            .build());

    /** Who did what and who saw whom, and the seals of both: erasures leave them as they are. */
    private static final Set<String> TRAIL =
            Set.of("journal", "journal_seals", "access", "access_seals");

    private Database() {}

    /** Names of the collections, the vault's as well, that hold a text in any of their bytes. */
    static Set<String> collectionsHolding(String text) {
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        var holding = new TreeSet<String>();
        for (var name : List.of(RunningService.database(), RunningService.database() + "_vault")) {
            var database = CLIENT.getDatabase(name);
            for (var collection : database.listCollectionNames()) {
                for (var document :
                        database.getCollection(collection, RawBsonDocument.class).find()) {
                    if (contains(document.getByteBuffer().array(), sought)) {
                        holding.add(collection);
                    }
                }
            }
        }
        return holding;
    }

    /** What stands in the database, or the vault's, and not in the data map. */
    static List<String> unnamed() {
        var map = DataMap.of("beneficiary-service");
        return Stream.of(RunningService.database(), RunningService.database() + "_vault")
                .flatMap(name -> map.unnamed(CLIENT.getDatabase(name)).stream())
                .toList();
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        // one byte, one char: positions and equality are those of the bytes
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(sought, StandardCharsets.ISO_8859_1));
    }

    static void change(String collection, UUID id, String field, Object value) {
        var changed =
                CLIENT.getDatabase(RunningService.database())
                        .getCollection(collection)
                        .updateOne(
                                new Document("_id", id),
                                new Document("$set", new Document(field, value)));
        assertThat(changed.getModifiedCount()).isEqualTo(1);
    }

    static void add(String collection, List<Document> documents) {
        CLIENT.getDatabase(RunningService.database())
                .getCollection(collection)
                .insertMany(documents);
    }

    static void remove(String collection, Document query) {
        CLIENT.getDatabase(RunningService.database()).getCollection(collection).deleteMany(query);
    }

    static void replace(String collection, Document document) {
        var replaced =
                CLIENT.getDatabase(RunningService.database())
                        .getCollection(collection)
                        .replaceOne(new Document("_id", document.get("_id")), document);
        assertThat(replaced.getModifiedCount()).isEqualTo(1);
    }

    /** Whether what was sealed for a record can never be read again. */
    static boolean isKeyDestroyed(UUID record) {
        var key = vaultKeys().find(new Document("_id", record)).first();
        return Objects.requireNonNull(key).get("destroyed") != null;
    }

    /** From now on a document of the collection with this value can't be written. */
    static void refuse(String collection, String field, String value) {
        validate(collection, new Document(field, new Document("$ne", value)));
    }

    /** The end of {@link #refuse}. */
    static void refuseNothing(String collection) {
        validate(collection, new Document());
    }

    private static void validate(String collection, Document condition) {
        CLIENT.getDatabase(RunningService.database())
                .runCommand(new Document("collMod", collection).append("validator", condition));
    }

    /** Those of these records, which are no more. */
    static void destroyKeys(List<UUID> records) {
        RunningService.bean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("destroy keys", UUID.randomUUID()),
                        change -> {
                            records.forEach(change::destroyKey);
                            return true;
                        });
    }

    /** One as the vault itself would not write it. */
    static void addKey(Document key) {
        vaultKeys().insertOne(key);
    }

    static void takeKey(Document key) {
        assertThat(vaultKeys().deleteOne(key).getDeletedCount()).isEqualTo(1);
    }

    /** As if there had never been any. */
    static void forgetKeys(List<UUID> records) {
        var removed = vaultKeys().deleteMany(new Document("_id", new Document("$in", records)));
        assertThat(removed.getDeletedCount()).isEqualTo(records.size());
    }

    /** How many lie in the vault, destroyed ones too. */
    static long keys() {
        return vaultKeys().countDocuments();
    }

    private static MongoCollection<Document> vaultKeys() {
        return CLIENT.getDatabase(RunningService.database() + "_vault").getCollection("keys");
    }

    /** Does something while the vault answers no question for keys. */
    static <T> T whileNoKeyCanBeRead(Supplier<T> work) {
        var vault = CLIENT.getDatabase(RunningService.database() + "_vault");
        var away = new MongoNamespace(vault.getName(), "keys_away");
        vaultKeys().renameCollection(away);
        try {
            var none = new Document("$set", new Document("id", new Document("$toInt", "$_id")));
            vault.createView("keys", away.getCollectionName(), List.of(none));
            return work.get();
        } finally {
            vaultKeys().drop();
            vault.getCollection(away.getCollectionName())
                    .renameCollection(vaultKeys().getNamespace());
        }
    }

    /** From now on a record has no key, as when a vault lost it. */
    static Document removeKey(UUID record) {
        var removed = vaultKeys().findOneAndDelete(new Document("_id", record));
        RunningService.vault().forget(record);
        return Objects.requireNonNull(removed);
    }

    /** Puts another key into the place of a record's, and forgets the one that was opened. */
    static Document replaceKey(Document key) {
        var before = vaultKeys().findOneAndReplace(new Document("_id", key.get("_id")), key);
        RunningService.vault().forget(key.get("_id", UUID.class));
        return Objects.requireNonNull(before);
    }

    /**
     * Records with something sealed that name somebody, in whichever collection; what the journal
     * holds of events is not sealed, nor are signatures of entries and their digests.
     */
    static List<UUID> sealedRecordsNaming(UUID person) {
        var naming = new ArrayList<UUID>();
        var database = CLIENT.getDatabase(RunningService.database());
        for (var collection : database.listCollectionNames()) {
            if (!TRAIL.contains(collection)) {
                for (var document : database.getCollection(collection).find()) {
                    if (holds(document, person::equals)
                            && holds(document, Binary.class::isInstance)) {
                        naming.add(document.get("_id", UUID.class));
                    }
                }
            }
        }
        return naming;
    }

    private static boolean holds(Object value, Predicate<Object> sought) {
        return switch (value) {
            case Document document ->
                    document.values().stream()
                            .filter(Objects::nonNull)
                            .anyMatch(one -> holds(one, sought));
            case Collection<?> many ->
                    many.stream().filter(Objects::nonNull).anyMatch(one -> holds(one, sought));
            default -> sought.test(value);
        };
    }

    /** After how many days documents of a collection are deleted, counted from this field. */
    static long daysKept(String collection, String field) {
        return CLIENT
                .getDatabase(RunningService.database())
                .getCollection(collection)
                .listIndexes()
                .into(new ArrayList<>())
                .stream()
                .filter(index -> new Document(field, 1).equals(index.get("key")))
                .map(index -> index.get("expireAfterSeconds", Number.class))
                .map(seconds -> Duration.ofSeconds(seconds.longValue()).toDays())
                .findAny()
                .orElseThrow();
    }

    static List<Document> stored(String collection, Document query) {
        return CLIENT.getDatabase(RunningService.database())
                .getCollection(collection)
                .find(query)
                .into(new ArrayList<>());
    }

    /** How many documents are read to list the ids of those that match, in their order. */
    static int examined(String collection, Document query) {
        return CLIENT.getDatabase(RunningService.database())
                .getCollection(collection)
                .find(query)
                .sort(new Document("_id", 1))
                .projection(new Document("_id", 1))
                .explain(ExplainVerbosity.EXECUTION_STATS)
                .get("executionStats", Document.class)
                .getInteger("totalDocsExamined");
    }

    /** What events have told of an aggregate, in their order. */
    static List<JsonNode> told(UUID aggregate) {
        return stored("journal", new Document("_id.a", aggregate)).stream()
                .sorted(
                        Comparator.comparing(
                                entry -> entry.get("_id", Document.class).getLong("v")))
                .flatMap(entry -> entry.getList("events", Document.class, List.of()).stream())
                .map(event -> Staff.JSON.readTree(event.get("data", Binary.class).getData()))
                .toList();
    }

    /** What the entry of a version says has changed. */
    static List<String> changedFields(UUID aggregate, long version) {
        var entry = stored("journal", new Document("_id.a", aggregate).append("_id.v", version));
        return entry.getFirst().get("fact", Document.class).getList("fields", String.class);
    }

    /** The consents of a person that events of a type tell of. */
    static List<UUID> consentsInEvents(String type, UUID person) {
        return stored("journal", new Document("events.type", type)).stream()
                .flatMap(entry -> entry.getList("events", Document.class).stream())
                .map(event -> Staff.JSON.readTree(event.get("data", Binary.class).getData()))
                .filter(data -> data.path("beneficiary").asString("").equals(person.toString()))
                .map(data -> UUID.fromString(data.path("consent").asString()))
                .toList();
    }
}
