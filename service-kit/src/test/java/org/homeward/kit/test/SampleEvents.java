package org.homeward.kit.test;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as older versions wrote them and as later ones might: every committed sample, once as it
 * is and once with a field that is not known yet, each as the first of an aggregate of its own.
 */
public final class SampleEvents {

    private static final Path SAMPLES = Path.of("..", "event-contracts/src/test/resources/samples");
    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private SampleEvents() {}

    /**
     * Sends all of these topics.
     *
     * @return the aggregates' sources
     */
    public static Set<String> send(String... topics) {
        Set<String> sources = new HashSet<>();
        for (Path file : files()) {
            String type = file.getName(file.getNameCount() - 2).toString();
            Class<? extends Event> event = CATALOGUE.byType(type).orElseThrow();
            if (Set.of(topics).contains(CATALOGUE.topicOf(event))) {
                var old = (ObjectNode) JSON.readTree(file);
                sources.add(send(event, old));
                sources.add(send(event, old.deepCopy().put("ofLaterTimes", 1)));
            }
        }
        return sources;
    }

    private static String send(Class<? extends Event> event, ObjectNode data) {
        // an event's first field is its aggregate, by the aggregate's name: its id, or its code
        var first = event.getRecordComponents()[0];
        String kind = first.getName();
        UUID aggregate = UUID.randomUUID();
        if (first.getType() == UUID.class) {
            data.put(kind, aggregate.toString());
        }
        var envelope =
                EventEnvelope.of(
                        kind,
                        aggregate,
                        event.getAnnotation(EventType.class).value(),
                        1,
                        1,
                        Instant.EPOCH,
                        TRACE,
                        JSON.writeValueAsBytes(data));
        NeighbourEvents.send(CATALOGUE.topicOf(event), envelope);
        return envelope.source();
    }

    /**
     * Returns when a service has handled the first event of all of these, and parked none.
     *
     * @param service its database
     */
    public static void awaitHandled(MongoDatabase service, Set<String> sources) {
        var handled =
                Filters.and(
                        Filters.in("_id.s", sources),
                        Filters.eq("sequence", 1L),
                        Filters.exists("blocked", false));
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                service.getCollection("inbox_positions").countDocuments(handled)
                                        == sources.size());
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> found = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(found::add);
            if (found.isEmpty()) {
                throw new IllegalStateException("no samples in " + SAMPLES);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
