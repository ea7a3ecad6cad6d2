package org.homeward.kit.journal;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.homeward.contracts.EventCatalogue;
import org.homeward.kit.mongo.TestMapping;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A journal on a database of its own, without a container. */
final class JournalFixture implements AutoCloseable {

    final MongoClient client;
    final MongoTemplate template;
    final KeyVault vault;
    final Journal journal;
    final StateMapping mapping;

    JournalFixture(CommitListener... listeners) {
        var database = Backends.freshDatabase();
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .uuidRepresentation(UuidRepresentation.STANDARD)
                                .applyConnectionString(
                                        new ConnectionString(Backends.shared().mongoUri(database)))
                                .build());
        var factory = new SimpleMongoClientDatabaseFactory(client, database);
        var converter = TestMapping.converter(factory, Purse.stored());
        template = new MongoTemplate(factory, converter);
        var master = MasterKey.read(Backends.shared().masterKey());
        vault = new KeyVault(client.getDatabase(database + "_vault").getCollection("keys"), master);
        mapping = new StateMapping(converter);
        JournalConfiguration.prepare(template.getDb(), Purse.stored());
        journal =
                new Journal(
                        client,
                        template,
                        mapping,
                        vault,
                        new Entry(EventCatalogue.load(), 1, "here", new SecureRandom()),
                        JournalConfiguration.requests(template.getDb(), master),
                        Clock.systemUTC(),
                        List.of(listeners));
    }

    List<Document> entries() {
        return template.getDb()
                .getCollection(JournalFormat.JOURNAL)
                .find()
                .sort(new Document("_id.v", 1))
                .into(new java.util.ArrayList<>());
    }

    static Call call(String key, @Nullable Long ifMatch, String body) {
        var actor =
                new Actor("issuer", "worker", "hope", Set.of("r"), Set.of("D1"), Set.of(), null);
        return new Call(
                actor,
                new Scope("hope", Set.of("D1")),
                "POST",
                "/purses",
                "POST /purses",
                key,
                ifMatch,
                body);
    }

    static Call call() {
        return call(UUID.randomUUID().toString(), null, "body");
    }

    @Override
    public void close() {
        client.close();
    }
}
