package org.homeward.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Readers;
import org.homeward.kit.inbox.Received;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may be posted: events of the topics that dashboards may read. Of the topic of messages none,
 * for each post would cause the next; and of consents never any.
 */
@Component
public class PublicEvents {

    private static final String OWN = "homeward.notification.v1";
    private static final JsonMapper JSON = new JsonMapper();

    private final EventCatalogue catalogue;
    private final SortedSet<String> topics;

    PublicEvents(EventCatalogue catalogue) {
        this.catalogue = catalogue;
        this.topics =
                catalogue.topics().stream()
                        .filter(topic -> !topic.equals(OWN))
                        .filter(
                                topic ->
                                        catalogue.readersOf(topic)
                                                == Readers.SERVICES_AND_DASHBOARDS)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    public List<String> topics() {
        return List.copyOf(topics);
    }

    public List<Class<? extends Event>> events() {
        return catalogue.events().stream()
                .filter(event -> topics.contains(catalogue.topicOf(event)))
                .toList();
    }

    SortedSet<String> types() {
        return events().stream()
                .map(catalogue::typeOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The event as JSON in the structured mode of CloudEvents, so that the signature covers its
     * attributes too; {@code timestamp} is what Standard Webhooks call its time.
     */
    public String body(Event event, Received received) {
        var body = JSON.createObjectNode();
        Instant time = received.time();
        body.put("specversion", "1.0")
                .put("id", received.id().toString())
                .put("source", received.source())
                .put("type", catalogue.typeOf(event))
                .put("time", time.toString())
                .put("timestamp", time.toString())
                .put("sequence", EventEnvelope.sequenceText(received.sequence()))
                .put("epoch", Long.toString(received.epoch()))
                .put("datacontenttype", "application/json")
                .set("data", JSON.readTree(EventJson.write(event)));
        return JSON.writeValueAsString(body);
    }
}
