package org.homeward.local.piece;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.Partitions;
import org.homeward.local.Refusal;

/**
 * The topics of the programme: events and heads of seals are kept for ever, watermarks for an hour.
 */
final class Topics {

    private Topics() {}

    /** Creates those that are missing. */
    static void create(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<String> existing = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    Stream.concat(
                                    EventCatalogue.load().topics().stream().map(Topics::kept),
                                    Stream.of(kept("homeward.audit.v1"), watermark()))
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal("Kafka's topics cannot be created: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private static NewTopic kept(String name) {
        return topic(name, Map.of("retention.ms", "-1", "retention.bytes", "-1"));
    }

    private static NewTopic watermark() {
        // only closed segments are deleted, hence short ones
        return topic(
                "homeward.watermark.v1", Map.of("retention.ms", "3600000", "segment.ms", "600000"));
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Partitions.COUNT, (short) 1).configs(settings);
    }
}
