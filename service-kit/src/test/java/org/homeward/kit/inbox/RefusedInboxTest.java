package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.test.GuardedKafka;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** An inbox whose account was not given the right to read. */
class RefusedInboxTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "homeward.story.v1";
    private static final String CONSUMER =
            "spring.cloud.stream.kafka.bindings.inbox-in-0.consumer.configuration.";
    private static final String ACCOUNT = GuardedKafka.LATECOMER;

    private final GuardedKafka kafka = GuardedKafka.shared();
    private final List<Object> refusals = Collections.synchronizedList(new ArrayList<>());
    private final List<Object> read = Collections.synchronizedList(new ArrayList<>());

    @Test
    void it_goes_on_by_itself_when_the_right_is_given() throws Exception {
        var bytes = new ByteArraySerializer();
        try (var broker = new KafkaProducer<>(kafka.clients(GuardedKafka.BROKER), bytes, bytes)) {
            broker.send(new ProducerRecord<>(TOPIC, new byte[0])).get();
        }
        var inbox = inbox();
        inbox.start();
        try {
            await().atMost(SOON).until(() -> !refusals.isEmpty());
            assertThat(read).isEmpty();

            kafka.giveReading(ACCOUNT, TOPIC);

            await().atMost(SOON).until(() -> !read.isEmpty());
            assertThat(inbox.isRunning()).isTrue();
        } finally {
            inbox.stop();
        }
    }

    private KafkaMessageListenerContainer<byte[], byte[]> inbox() {
        var settings = new HashMap<>(kafka.clients(ACCOUNT));
        settings.putAll(asEveryService());
        var bytes = new ByteArrayDeserializer();
        var listening = new ContainerProperties(TOPIC);
        listening.setGroupId(ACCOUNT + "-inbox");
        listening.setMessageListener((MessageListener<byte[], byte[]>) read::add);
        var container =
                new KafkaMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(settings, bytes, bytes), listening);
        container.setApplicationEventPublisher(
                event -> {
                    if (event instanceof ConsumerRetryAuthEvent) {
                        refusals.add(event);
                    }
                });
        var meters = new SimpleMeterRegistry();
        new InboxContainer(new Lag(meters, new InboxMetrics(meters, new Alarms(meters, false))))
                .configure(container, TOPIC, ACCOUNT);
        return container;
    }

    private static Map<String, Object> asEveryService() {
        var file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("kit-inbox.yml"));
        var all = Objects.requireNonNull(file.getObject());
        // numbers are no strings yet
        return all.keySet().stream()
                .map(Object::toString)
                .filter(name -> name.startsWith(CONSUMER))
                .collect(
                        Collectors.toMap(
                                name -> name.substring(CONSUMER.length()), all::getProperty));
    }
}
