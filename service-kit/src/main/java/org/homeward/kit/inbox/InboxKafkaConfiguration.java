package org.homeward.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;

/** How the inbox stands on Spring Cloud Stream and Kafka. */
@AutoConfiguration(after = InboxConfiguration.class)
@ConditionalOnBean(Reactions.class)
@EnableConfigurationProperties(KafkaProperties.class)
class InboxKafkaConfiguration {

    /** The function that Spring Cloud Stream binds; its name is the binding's. */
    @Bean
    Consumer<Message<List<byte[]>>> inbox(Inbox events) {
        return poll -> events.handle(RawRecords.of(poll));
    }

    /**
     * Names the function to Spring Cloud Stream, here and not among the settings: a service that
     * has none would be told so at each start.
     */
    @Bean
    static BeanFactoryPostProcessor inboxFunction(ConfigurableEnvironment environment) {
        return _ ->
                environment
                        .getPropertySources()
                        .addLast(
                                new MapPropertySource(
                                        "inbox",
                                        Map.of("spring.cloud.function.definition", "inbox")));
    }

    @Bean
    InboxBinding inboxBinding(
            BindingServiceProperties bindings, Reactions reactions, InboxSettings settings) {
        return new InboxBinding(bindings, reactions, settings);
    }

    @Bean
    BatchMessagingMessageConverter inboxRecords() {
        return RawRecords.converter();
    }

    @Bean
    Lag inboxLag(MeterRegistry meters, InboxMetrics inbox) {
        return new Lag(meters, inbox);
    }

    @Bean
    InboxContainer inboxContainer(Lag lag) {
        return new InboxContainer(lag);
    }

    @Bean
    ClientFactoryCustomizer inboxLeaderEpochs() {
        return new ClientFactoryCustomizer() {
            @Override
            public void configure(ConsumerFactory<?, ?> factory) {
                withLeaderEpochs(factory);
            }
        };
    }

    private static <K, V> void withLeaderEpochs(ConsumerFactory<K, V> factory) {
        factory.addPostProcessor(LeaderEpochs::on);
    }

    /**
     * With Kafka away at start the HTTP port must open all the same: binding is tried again later.
     */
    @Bean
    DefaultBinderFactory.Listener inboxStartsWithoutKafka() {
        return (name, binder) ->
                binder.getBean(KafkaTopicProvisioner.class)
                        .setMetadataRetryOperations(
                                new RetryTemplate(RetryPolicy.withMaxRetries(0)));
    }

    @Bean
    IdleProgress inboxIdleProgress(
            Progress progress,
            InboxCollections collections,
            MongoTemplate mongo,
            InboxMetrics metrics) {
        return new IdleProgress(progress, collections, mongo, metrics);
    }

    @Bean
    Watermarks watermarks() {
        return new Watermarks(System::nanoTime);
    }

    /** It reads only when somebody can ask. */
    @Bean
    WatermarkReader watermarkReader(
            KafkaProperties kafka, Watermarks watermarks, InboxSettings settings) {
        var reader =
                new WatermarkReader(
                        () ->
                                new KafkaConsumer<>(
                                        kafka.buildConsumerProperties(),
                                        new ByteArrayDeserializer(),
                                        new ByteArrayDeserializer()),
                        watermarks,
                        System::nanoTime);
        if (!settings.watched().isEmpty()) {
            reader.start();
        }
        return reader;
    }

    @Bean
    Freshness freshness(
            Watermarks watermarks,
            Progress progress,
            Positions positions,
            ParkingPlace parkingPlace,
            MongoTemplate mongo) {
        return new Freshness(watermarks, progress, positions, parkingPlace, mongo);
    }
}
