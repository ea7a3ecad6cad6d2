package org.homeward.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.kit.inbox.Received;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PublicEventsTest {

    private final PublicEvents published = new PublicEvents(EventCatalogue.load());

    @Test
    void nothing_of_consents_and_nothing_of_messages_is_posted() {
        assertThat(published.topics())
                .contains("homeward.beneficiary.v1", "homeward.grant.v1", "homeward.story.v1")
                .doesNotContain(
                        "homeward.access.v1",
                        "homeward.consent.v1",
                        "homeward.erasure.v1",
                        "homeward.notification.v1");
        assertThat(published.types())
                .contains("homeward.story.published.v1")
                .noneMatch(type -> type.startsWith("homeward.consent."))
                .noneMatch(type -> type.startsWith("homeward.erasure."))
                .noneMatch(type -> type.endsWith(".erasure-confirmed.v1"))
                .noneMatch(type -> type.startsWith("homeward.notification."))
                .noneMatch(type -> type.startsWith("homeward.webhook."));
    }

    @Test
    void a_body_is_a_cloud_event_with_the_event_as_it_is_on_the_topic() {
        var story = UUID.randomUUID();
        var event = new StoryRetracted(story);
        var received =
                new Received(
                        story,
                        "/story/" + story,
                        2,
                        7,
                        UUID.randomUUID(),
                        Instant.parse("2026-03-12T05:10:00Z"));

        var body = published.body(event, received);

        var json = JsonMapper.shared().readTree(body);
        assertThat(json.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "time",
                        "timestamp",
                        "sequence",
                        "epoch",
                        "datacontenttype",
                        "data");
        assertThat(json.path("id").asString()).isEqualTo(received.id().toString());
        assertThat(json.path("time").asString()).isEqualTo("2026-03-12T05:10:00Z");
        assertThat(json.path("epoch").asString()).isEqualTo("2");
        assertThat(json.path("data").toString())
                .isEqualTo(new String(EventJson.write(event), StandardCharsets.UTF_8));
    }
}
