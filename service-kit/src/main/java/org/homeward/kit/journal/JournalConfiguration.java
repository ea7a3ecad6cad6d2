package org.homeward.kit.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.EventCatalogue;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.observe.CommandMetrics;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.web.Cursors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The write path of a service that says what it stores. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnBean(StoredTypes.class)
@EnableScheduling
public class JournalConfiguration {

    /** Signs what was done and who saw whom; see {@link org.homeward.kit.audit}. */
    @Bean
    Signing signing(KeyVault vault) {
        return new Signing(vault.derive("audit"));
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return EventCatalogue.load();
    }

    @Bean
    Instance instance() {
        return new Instance(UUID.randomUUID().toString());
    }

    @Bean
    Journal journal(
            MongoClient client,
            MongoTemplate template,
            MongoConverter converter,
            KeyVault vault,
            Signing signing,
            EventCatalogue catalogue,
            StoredTypes types,
            Instance instance,
            Clock clock,
            CommandMetrics metrics,
            ObjectProvider<CommitListener> listeners) {
        var database = template.getDb();
        prepare(database, types);
        var entry =
                new Entry(catalogue, epoch(database), instance.id(), signing, new SecureRandom());
        return new Journal(
                client,
                template,
                new StateMapping(converter),
                vault,
                entry,
                requests(database, vault),
                clock,
                metrics,
                listeners.orderedStream().toList());
    }

    @Bean
    RequestPurge requestPurge(MongoTemplate template, KeyVault vault, Clock clock) {
        return new RequestPurge(requests(template.getDb(), vault), clock);
    }

    @Bean
    Aggregates aggregates(
            MongoTemplate template, MongoConverter converter, KeyVault vault, Cursors cursors) {
        return new Aggregates(template, new StateMapping(converter), vault, cursors);
    }

    static Requests requests(MongoDatabase database, KeyVault vault) {
        return new Requests(
                database.getCollection(JournalFormat.JOURNAL), vault.derive("requests"));
    }

    /** Collections exist before the first transaction, which must not wait for their creation. */
    static void prepare(MongoDatabase database, StoredTypes types) {
        var journal = database.getCollection(JournalFormat.JOURNAL);
        journal.createIndex(
                Indexes.ascending(JournalFormat.REQUEST_ID),
                new IndexOptions()
                        .name("request")
                        .unique(true)
                        .partialFilterExpression(exists(JournalFormat.REQUEST_ID)));
        journal.createIndex(
                // with the aggregate, so that passing over one reads no entry of it
                Indexes.ascending(
                        JournalFormat.SHARD, JournalFormat.ORDER, JournalFormat.ID_AGGREGATE),
                new IndexOptions()
                        .name("outbox")
                        .partialFilterExpression(exists(JournalFormat.ORDER)));
        journal.createIndex(
                Indexes.ascending(
                        JournalFormat.SETTLED_SHARD,
                        JournalFormat.SETTLED_LEASE,
                        JournalFormat.SETTLED_OFFSET),
                new IndexOptions()
                        .name("settled")
                        .partialFilterExpression(exists(JournalFormat.SETTLED_SHARD)));
        for (AggregateType<?> type : types.aggregates()) {
            var newest = Indexes.descending(StateMapping.CREATED, "_id");
            var scoping = type.scoping();
            database.getCollection(type.collection())
                    .createIndex(
                            scoping == null
                                    ? newest
                                    : Indexes.compoundIndex(
                                            Indexes.ascending(
                                                    StateMapping.STATE
                                                            + "."
                                                            + scoping.organisation()),
                                            newest),
                            new IndexOptions().name("newest"));
        }
        for (var index : types.indexes()) {
            database.getCollection(index.collection())
                    .createIndex(Indexes.ascending(index.fields()));
        }
    }

    private static Document exists(String field) {
        return new Document(field, new Document("$exists", true));
    }

    /** One number for the database, raised by a restore; started by whoever comes first. */
    private static long epoch(MongoDatabase database) {
        var started =
                database.getCollection(JournalFormat.EPOCH)
                        .findOneAndUpdate(
                                new Document("_id", "epoch"),
                                new Document("$setOnInsert", new Document("value", 1L)),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(started).getLong("value");
    }
}
