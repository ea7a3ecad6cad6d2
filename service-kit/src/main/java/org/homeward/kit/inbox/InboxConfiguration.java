package org.homeward.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.contracts.EventCatalogue;
import org.homeward.kit.access.AccessConfiguration;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The inbox of a service that declares {@link Reactions}; without them there is none. */
@AutoConfiguration(
        after = AccessConfiguration.class,
        afterName = "org.homeward.kit.journal.JournalConfiguration")
@ConditionalOnBean(Reactions.class)
@EnableConfigurationProperties({InboxSettings.class, KafkaProperties.class})
class InboxConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Transactions inboxTransactions(Journal journal) {
        return journal::inTransaction;
    }

    @Bean
    InboxMetrics inboxMetrics(MeterRegistry meters, Alarms alarms) {
        return new InboxMetrics(meters, alarms);
    }

    @Bean
    InboxCollections inboxCollections(MongoTemplate mongo) {
        return new InboxCollections(mongo);
    }

    @Bean
    Positions inboxPositions(InboxSettings settings) {
        return new Positions(settings.consumer());
    }

    @Bean
    ParkingPlace inboxParkingPlace(InboxSettings settings) {
        return new ParkingPlace(settings.consumer());
    }

    @Bean
    Progress inboxProgress(InboxSettings settings) {
        return new Progress(settings.consumer(), settings.watched());
    }

    @Bean
    Recognition inboxRecognition(EventCatalogue catalogue, Reactions reactions, Progress progress) {
        return new Recognition(catalogue, reactions, progress);
    }

    @Bean
    Gate inboxGate(MongoTemplate mongo, InboxSettings settings, Clock clock) {
        return new Gate(mongo, settings.consumer(), clock);
    }

    @Bean
    Rounds inboxRounds(
            Transactions transactions,
            Reactions reactions,
            Positions positions,
            ParkingPlace parkingPlace,
            Gate gate,
            InboxMetrics metrics) {
        return new Rounds(transactions, reactions, positions, parkingPlace, gate, metrics);
    }

    @Bean
    Replay inboxReplay(Recognition recognition, Rounds rounds, ParkingPlace parkingPlace) {
        return new Replay(recognition, rounds, parkingPlace);
    }

    @Bean
    Repairs inboxRepairs(
            Replay replay,
            Positions positions,
            ParkingPlace parkingPlace,
            MongoTemplate mongo,
            MeterRegistry meters,
            InboxSettings settings) {
        var repairs = new Repairs(replay, positions, parkingPlace, mongo, meters);
        repairs.every(settings.repairInterval());
        return repairs;
    }

    @Bean
    Parking parking(
            MongoTemplate mongo,
            Recognition recognition,
            Rounds rounds,
            Positions positions,
            ParkingPlace parkingPlace,
            Progress progress,
            Replay replay,
            Cursors cursors) {
        return new Parking(
                mongo, recognition, rounds, positions, parkingPlace, progress, replay, cursors);
    }

    @Bean
    @ConditionalOnBean(AccessLog.class)
    ParkedController parkedController(Parking parking, AccessLog log) {
        return new ParkedController(parking, log);
    }

    @Bean
    ProblemTypes inboxProblemTypes() {
        return ProblemTypes.of(new NotFirst(), new RebuildRunning());
    }

    @Bean
    Rebuilds rebuilds(
            MongoTemplate mongo,
            Recognition recognition,
            Reactions reactions,
            Positions positions,
            ParkingPlace parkingPlace,
            Gate gate,
            KafkaProperties kafka,
            InboxSettings settings,
            Clock clock) {
        var parts =
                new Rebuild.Parts(
                        mongo,
                        recognition,
                        reactions,
                        positions,
                        parkingPlace,
                        gate,
                        () ->
                                new KafkaConsumer<>(
                                        kafka.buildConsumerProperties(),
                                        new ByteArrayDeserializer(),
                                        new ByteArrayDeserializer()));
        return new Rebuilds(parts, settings.longestTransaction(), clock);
    }

    @Bean
    @ConditionalOnBean(AccessLog.class)
    ProjectionsController projectionsController(Rebuilds rebuilds, AccessLog log) {
        return new ProjectionsController(rebuilds, log);
    }

    @Bean
    Inbox eventInbox(
            Recognition recognition,
            Rounds rounds,
            ParkingPlace parkingPlace,
            Progress progress,
            InboxMetrics metrics,
            Repairs repairs,
            InboxCollections collections) {
        return new Inbox(
                recognition, rounds, parkingPlace, progress, metrics, repairs, collections);
    }
}
