package org.homeward.system;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * The data of the four services and the topics, of one moment, as the runbook says: while nothing
 * runs but MongoDB, every document, option and index but the rows by which people are found. The
 * vaults are no part of it.
 */
final class BackUp {

    private static final String LOOKUP = "lookup";
    private static final List<String> ONLY_MONGODB = List.of("mongodb");

    /**
     * @param made its options
     * @param indexes but the one of the ids, which is there by itself
     */
    private record Kept(
            String database,
            String name,
            Document made,
            List<Document> indexes,
            List<RawBsonDocument> documents) {}

    private final LocalSystem system;
    private final List<Kept> data = new ArrayList<>();

    private BackUp(LocalSystem system) {
        this.system = system;
    }

    /** Stops everything for it, and starts it again. */
    static BackUp of(LocalSystem system) {
        var made = new BackUp(system);
        made.whileNothingWrites(
                mongo -> {
                    databases().forEach(database -> made.keep(mongo, database));
                    copy(made.topics(), made.topicsKept());
                });
        system.up();
        return made;
    }

    /**
     * In the place of what there is, with a new epoch. Then no service runs yet, but all that they
     * need.
     */
    void bringBack() {
        whileNothingWrites(
                mongo -> {
                    databases().forEach(database -> mongo.getDatabase(database).drop());
                    data.forEach(kept -> bringBack(mongo, kept));
                    databases().forEach(database -> raiseEpoch(mongo, database));
                    remove(topics());
                    copy(topicsKept(), topics());
                });
        system.start(List.of("kafka", "identity"));
    }

    private interface Work {
        void with(MongoClient mongo) throws IOException;
    }

    private void whileNothingWrites(Work work) {
        if (system.run(line -> {}, "down").exitCode() != 0) {
            throw new IllegalStateException("not everything stops");
        }
        system.start(ONLY_MONGODB);
        try (var mongo = MongoClients.create(system.mongodb())) {
            work.with(mongo);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> databases() {
        return List.of("beneficiary", "grant", "story", "notification");
    }

    private void keep(MongoClient mongo, String name) {
        var database = mongo.getDatabase(name);
        for (var about : database.listCollections()) {
            var collection = database.getCollection(about.getString("name"));
            if (collection.getNamespace().getCollectionName().equals(LOOKUP)) {
                continue;
            }
            data.add(
                    new Kept(
                            name,
                            collection.getNamespace().getCollectionName(),
                            about.get("options", Document.class),
                            collection.listIndexes().into(new ArrayList<>()).stream()
                                    .filter(index -> !index.getString("name").equals("_id_"))
                                    .toList(),
                            collection
                                    .withDocumentClass(RawBsonDocument.class)
                                    .find()
                                    .into(new ArrayList<>())));
        }
    }

    private static void bringBack(MongoClient mongo, Kept kept) {
        var database = mongo.getDatabase(kept.database);
        var create = new Document("create", kept.name);
        create.putAll(kept.made);
        database.runCommand(create);
        if (!kept.indexes.isEmpty()) {
            database.runCommand(
                    new Document("createIndexes", kept.name).append("indexes", kept.indexes));
        }
        if (!kept.documents.isEmpty()) {
            database.getCollection(kept.name, RawBsonDocument.class).insertMany(kept.documents);
        }
    }

    /** To a number that was never one before, as after every restore. */
    private static void raiseEpoch(MongoClient mongo, String database) {
        var raised =
                mongo.getDatabase(database)
                        .getCollection("epoch")
                        .updateOne(
                                new Document("_id", "epoch"),
                                new Document(
                                        "$set",
                                        new Document("value", Instant.now().getEpochSecond())));
        if (raised.getModifiedCount() != 1) {
            throw new IllegalStateException(database + " has no epoch");
        }
    }

    private Path topics() {
        return system.state().resolve("data").resolve("kafka");
    }

    private Path topicsKept() {
        return system.project().resolve("back-up-of-kafka");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
