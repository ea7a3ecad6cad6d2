package org.homeward.kit.journal;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.Money;
import org.homeward.contracts.grant.FundCeilingChanged;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.mongo.TestMapping;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.observe.CommandMetrics;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A journal on a database of its own, without a container. */
public final class JournalFixture implements AutoCloseable {

    final MongoClient client;
    public final String uri;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final MongoTemplate template;
    final KeyVault vault;
    public final Journal journal;
    final StateMapping mapping;
    final Requests requests;

    JournalFixture(CommitListener... listeners) {
        this(Backends.freshDatabase(), "here", listeners);
    }

    /**
     * @param instance that commits
     */
    public JournalFixture(String database, String instance, CommitListener... listeners) {
        this(Backends.shared().mongoUri(database), database, instance, listeners);
    }

    public JournalFixture(
            String uri, String database, String instance, CommitListener... listeners) {
        this.uri = uri;
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .uuidRepresentation(UuidRepresentation.STANDARD)
                                .applyConnectionString(new ConnectionString(uri))
                                .build());
        var factory = new SimpleMongoClientDatabaseFactory(client, database);
        var converter = TestMapping.converter(factory, Purse.stored());
        template = new MongoTemplate(factory, converter);
        vault =
                KeyVault.open(
                        template.getDb(),
                        client.getDatabase(database + "_vault"),
                        MasterKey.read(Backends.shared().masterKey()),
                        new Alarms(meters, false));
        mapping = new StateMapping(converter);
        requests = JournalConfiguration.requests(template.getDb(), vault);
        JournalConfiguration.prepare(template.getDb(), Purse.stored());
        journal =
                new Journal(
                        client,
                        template,
                        mapping,
                        vault,
                        new Entry(
                                EventCatalogue.load(),
                                1,
                                instance,
                                new Signing(new byte[32]),
                                new SecureRandom()),
                        requests,
                        Clock.systemUTC(),
                        new CommandMetrics(meters),
                        List.of(listeners));
    }

    public List<Document> entries() {
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

    /** A command that makes a purse. */
    public Receipt fill(Call call) {
        return journal.run(
                call,
                change -> {
                    var note = Secret.of(new Purse.Note("note", 1));
                    var full = Decision.of(new Purse.Open("hope", "D1", 1, note), happened());
                    var made = change.create(Purse.PURSES, UUID.randomUUID(), full);
                    return Receipt.created("/purses/" + made.id(), made);
                });
    }

    private static FundCeilingChanged happened() {
        return new FundCeilingChanged(UUID.randomUUID(), new Money("1.00", "TJS"));
    }

    public static Call call() {
        return call(UUID.randomUUID().toString(), null, "body");
    }

    @Override
    public void close() {
        client.close();
    }
}
