package org.homeward.kit.audit;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.RelayClients;
import org.homeward.kit.relay.RelayConfiguration;
import org.homeward.kit.web.Cursors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Seals, their heads, search and verification, of a service that keeps a journal. */
@AutoConfiguration(after = RelayConfiguration.class)
@ConditionalOnBean(StoredTypes.class)
@Import(AuditTables.class)
class AuditConfiguration {

    @Bean
    PlantedSeals plantedSeals(Alarms alarms) {
        return new PlantedSeals(alarms);
    }

    @Bean
    Heads auditHeads(
            MongoTemplate template,
            Signing signing,
            PlantedSeals planted,
            RelayClients clients,
            Environment environment) {
        String service =
                Objects.requireNonNull(
                        environment.getProperty("spring.application.name"),
                        "spring.application.name is not set");
        return new Heads(
                service, template.getDb(), signing, planted, clients::watermarks, clients::places);
    }

    @Bean
    AuditRounds auditRounds(
            MongoClient client,
            MongoTemplate template,
            Signing signing,
            PlantedSeals planted,
            Heads heads,
            MeterRegistry meters,
            Alarms alarms,
            Clock clock) {
        var database = template.getDb();
        var sealer = new Sealer(client, database, signing, planted, alarms, clock);
        sealer.prepare();
        var waiting =
                AuditLog.ALL.stream()
                        .map(log -> new Waiting(log, database, signing, meters, alarms, clock))
                        .toList();
        return new AuditRounds(sealer, heads, waiting, alarms);
    }

    @Bean
    @ConditionalOnWebApplication
    Trail auditTrail(MongoTemplate template, Cursors cursors) {
        var trail = new Trail(template.getDb(), cursors);
        trail.prepare();
        return trail;
    }

    @Bean
    @ConditionalOnWebApplication
    AuditController auditController(
            MongoTemplate template,
            StoredTypes types,
            Signing signing,
            Heads heads,
            Trail trail,
            AccessLog accesses,
            Clock clock) {
        var withPartner =
                types.aggregates().stream()
                        .filter(AggregateType::withPartner)
                        .map(AggregateType::name)
                        .collect(Collectors.toUnmodifiableSet());
        return new AuditController(
                new Verification(template.getDb(), signing, heads, clock),
                trail,
                accesses,
                withPartner);
    }
}
