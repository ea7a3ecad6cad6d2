package org.homeward.kit.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.homeward.contracts.Partitions;
import org.homeward.kit.observe.Alarms;

/**
 * Makes the topics of this service where they are missing: {@value Partitions#COUNT} partitions,
 * kept for ever. What exists is left as it is; another number of partitions is an alarm, for then
 * the events of an aggregate are not where consumers and watermarks expect them.
 */
public final class TopicProvisioning {

    /** Of the heads of seals. */
    public static final String AUDIT = "homeward.audit.v1";

    private static final String AN_HOUR = "3600000";
    private static final String FOR_EVER = "-1";

    private final RelaySettings settings;
    private final Supplier<Admin> admins;
    private final Alarms alarms;
    private boolean refused;

    TopicProvisioning(RelaySettings settings, Supplier<Admin> admins, Alarms alarms) {
        this.settings = settings;
        this.admins = admins;
        this.alarms = alarms;
    }

    /** How a try ended. */
    enum Outcome {
        PROVIDED,
        /** The cluster can't be asked now. */
        AWAY,
        /** It knows another password, or has not given this service what it asks for. */
        REFUSED
    }

    /** Tries once. That Kafka refuses is an alarm, once until it does not any more. */
    Outcome provide() throws InterruptedException {
        try (var admin = admins.get()) {
            var wanted =
                    wanted().stream().collect(Collectors.toMap(NewTopic::name, topic -> topic));
            var known = admin.listTopics().names().get();
            for (NewTopic topic : wanted.values()) {
                if (!known.contains(topic.name())) {
                    create(admin, topic);
                }
            }
            compare(admin, wanted.keySet());
            refused = false;
            return Outcome.PROVIDED;
        } catch (ExecutionException | KafkaException failure) {
            return outcomeOf(failure);
        }
    }

    private Outcome outcomeOf(Exception failure) {
        var why = failure instanceof ExecutionException ? failure.getCause() : failure;
        if (!(why instanceof AuthenticationException || why instanceof AuthorizationException)) {
            return Outcome.AWAY;
        }
        if (!refused) {
            refused = true;
            alarms.raise(
                    "kafka-refused",
                    "Kafka refuses this service: its password is wrong or a right to its topics is"
                            + " missing ("
                            + why.getClass().getSimpleName()
                            + ")",
                    failure);
        }
        return Outcome.REFUSED;
    }

    List<NewTopic> wanted() {
        var marks =
                settings.watermarked().isEmpty()
                        ? Optional.<NewTopic>empty()
                        : Optional.of(topic(Watermark.TOPIC, AN_HOUR));
        return Stream.concat(
                        Stream.concat(settings.topics().stream(), Stream.of(AUDIT))
                                .map(name -> topic(name, FOR_EVER)),
                        marks.stream())
                .toList();
    }

    private NewTopic topic(String name, String retention) {
        return new NewTopic(name, Partitions.COUNT, settings.replication())
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                retention,
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                FOR_EVER,
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                // acks=all is worth nothing when the leader alone is enough
                                settings.replication() > 1 ? "2" : "1"));
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private void compare(Admin admin, Set<String> names)
            throws ExecutionException, InterruptedException {
        for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
            if (topic.partitions().size() != Partitions.COUNT) {
                alarms.raise(
                        "topic-partitions",
                        "Topic "
                                + topic.name()
                                + " has "
                                + topic.partitions().size()
                                + " partitions and must have "
                                + Partitions.COUNT,
                        null);
            }
        }
    }
}
