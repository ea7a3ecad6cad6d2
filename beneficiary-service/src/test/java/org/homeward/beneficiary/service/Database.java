package org.homeward.beneficiary.service;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;

/** What the service has stored, looked at past the service. */
final class Database {

    private static final MongoClient CLIENT =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .applyConnectionString(new ConnectionString(RunningService.mongoUri()))
                            .build());

    private Database() {}

    static MongoClient client() {
        return CLIENT;
    }

    static List<Document> stored(String collection, Document query) {
        return CLIENT.getDatabase(RunningService.database())
                .getCollection(collection)
                .find(query)
                .into(new ArrayList<>());
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
