package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.story.StoryRetracted;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private final EventCatalogue catalogue = EventCatalogue.load();

    @Test
    void it_knows_the_ten_topics() {
        assertThat(catalogue.topics())
                .containsExactly(
                        "homeward.access.v1",
                        "homeward.beneficiary.v1",
                        "homeward.consent.v1",
                        "homeward.erasure.v1",
                        "homeward.grant-erasure.v1",
                        "homeward.grant.v1",
                        "homeward.notification-erasure.v1",
                        "homeward.notification.v1",
                        "homeward.story-erasure.v1",
                        "homeward.story.v1");
    }

    @Test
    void a_type_leads_to_its_event_and_back() {
        assertThat(catalogue.types())
                .hasSizeGreaterThanOrEqualTo(18)
                .allSatisfy(
                        type -> {
                            Class<? extends Event> event = catalogue.byType(type).orElseThrow();
                            assertThat(catalogue.typeOf(event)).isEqualTo(type);
                            assertThat(type).matches("homeward\\.[a-z]+\\.[a-z-]+\\.v1");
                        });
    }

    @Test
    void an_event_knows_its_type_and_topic() {
        var event = new StoryRetracted(UUID.randomUUID());

        assertThat(catalogue.typeOf(event)).isEqualTo("homeward.story.retracted.v1");
        assertThat(catalogue.topicOf(event)).isEqualTo("homeward.story.v1");
        assertThat(catalogue.topicOf(ConsentWithdrawn.class)).isEqualTo("homeward.consent.v1");
    }

    @Test
    void a_foreign_type_is_no_event() {
        assertThat(catalogue.byType("homeward.story.retracted.v2")).isEmpty();
    }

    @Test
    void access_consents_and_erasures_are_for_the_services_only() {
        assertThat(
                        catalogue.topics().stream()
                                .filter(t -> catalogue.readersOf(t) == Readers.SERVICES))
                .containsExactly(
                        "homeward.access.v1",
                        "homeward.consent.v1",
                        "homeward.erasure.v1",
                        "homeward.grant-erasure.v1",
                        "homeward.notification-erasure.v1",
                        "homeward.story-erasure.v1");
        assertThatIllegalArgumentException().isThrownBy(() -> catalogue.readersOf("homeward.x.v1"));
    }
}
