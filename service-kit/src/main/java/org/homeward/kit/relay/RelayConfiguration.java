package org.homeward.kit.relay;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.homeward.kit.access.AccessConfiguration;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.journal.Instance;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.observe.Alarms;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The relay of a service that keeps a journal. */
@AutoConfiguration(after = {DataMongoAutoConfiguration.class, AccessConfiguration.class})
@ConditionalOnBean(StoredTypes.class)
@EnableConfigurationProperties({RelaySettings.class, KafkaProperties.class})
public class RelayConfiguration {

    @Bean
    RelayClients relayClients(KafkaProperties kafka) {
        return new RelayClients(
                kafka.buildProducerProperties(),
                kafka.buildConsumerProperties(),
                kafka.buildAdminProperties());
    }

    @Bean
    HeldAside heldAside(MongoClient client, MongoTemplate template, Clock clock) {
        return new HeldAside(client, template.getDb(), clock);
    }

    @Bean
    Backlog backlog(MongoClient client, MongoTemplate template, HeldAside aside, Signing signing) {
        return new Backlog(client, template.getDb(), aside, signing);
    }

    @Bean
    LeaseTable leaseTable(MongoTemplate template) {
        return new LeaseTable(template.getDb());
    }

    @Bean
    @ConditionalOnBean(AccessLog.class)
    RelayController relayController(
            Backlog backlog,
            HeldAside aside,
            LeaseTable leases,
            RelaySettings settings,
            AccessLog log,
            Clock clock) {
        return new RelayController(Shard.of(settings.topics()), backlog, aside, leases, log, clock);
    }

    @Bean
    RelayLifecycle relay(
            MongoTemplate template,
            Backlog backlog,
            HeldAside aside,
            LeaseTable leaseTable,
            RelaySettings settings,
            RelayClients clients,
            Instance instance,
            MeterRegistry registry,
            Alarms alarms,
            Clock clock) {
        var database = template.getDb();
        var metrics = new RelayMetrics(registry);
        var audit =
                new Audit(
                        new Published(database),
                        new TopicTail(clients::admin, clients::places),
                        metrics,
                        alarms);
        var leases =
                new Leases(
                        leaseTable, instance.id(), Shard.of(settings.topics()), System::nanoTime);
        var relay =
                new Relay(
                        leases,
                        backlog,
                        aside,
                        audit,
                        new Outlet(clients::events),
                        metrics,
                        alarms,
                        System::nanoTime);
        var watermark =
                new Watermark(
                        Set.copyOf(settings.watermarked()),
                        leases,
                        backlog,
                        aside,
                        audit,
                        clients::admin,
                        clients::watermarks,
                        metrics,
                        clock,
                        System::nanoTime);
        return new RelayLifecycle(
                new RelayLifecycle.Parts(
                        Shard.of(settings.topics()),
                        new TopicProvisioning(settings, clients::admin, alarms),
                        leases,
                        relay,
                        new Watch(database, instance.id(), leases, relay::wake),
                        backlog,
                        aside,
                        metrics,
                        watermark,
                        alarms,
                        clock));
    }
}
