package org.homeward.system.faults;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.homeward.system.LocalSystem;
import org.homeward.system.Topics;
import org.homeward.system.Topics.Told;

/**
 * All that is left when everything has come to rest, read around the services.
 *
 * @param topics every message, in the order of its partition
 * @param calm where the last part of the run began, in which nothing went wrong
 */
record Evidence(
        LocalSystem system,
        MongoClient mongo,
        Diary diary,
        List<Told> topics,
        Calm calm,
        Map<Service, Books> books)
        implements AutoCloseable {

    static MongoClient client(LocalSystem system) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(system.mongodb()))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build());
    }

    static Evidence gather(LocalSystem system, Diary diary, Calm calm) {
        var mongo = client(system);
        var books = new EnumMap<Service, Books>(Service.class);
        for (var service : Service.values()) {
            books.put(service, Books.read(mongo, service));
        }
        var topics = Topics.readAll(system.port("KAFKA"));
        return new Evidence(system, mongo, diary, topics, calm, books);
    }

    Books of(Service service) {
        return Objects.requireNonNull(books.get(service));
    }

    List<Document> rows(Service service, String collection) {
        return mongo.getDatabase(service.database())
                .getCollection(collection)
                .find()
                .into(new ArrayList<>());
    }

    /** Of all services; empty when nothing is left to do. */
    static Map<String, Long> waiting(MongoClient mongo) {
        var waiting = new TreeMap<String, Long>();
        for (var service : Service.values()) {
            waiting.putAll(Books.waiting(mongo, service));
        }
        return waiting;
    }

    @Override
    public void close() {
        mongo.close();
    }
}
