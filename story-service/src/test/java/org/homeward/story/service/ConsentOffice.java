package org.homeward.story.service;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.contracts.Event;
import org.homeward.contracts.Partitions;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.test.NeighbourEvents;
import org.homeward.kit.test.TopicWatermarks;
import org.jspecify.annotations.Nullable;

/** Where people give and take back consents: the other services as the topics show them. */
final class ConsentOffice {

    private static final String TOPIC = "homeward.consent.v1";
    private static final String CONSENT = "consent";
    private static final ConsentOffice SHARED = new ConsentOffice();

    private final TopicWatermarks watermarks = TopicWatermarks.of(TOPIC);

    private ConsentOffice() {}

    static ConsentOffice shared() {
        return SHARED;
    }

    /** Asks for a consent: its id exists from now on, and nothing is told yet. */
    UUID ask() {
        return UUID.randomUUID();
    }

    void give(UUID consent, String textHash) {
        give(consent, textHash, null);
    }

    void give(UUID consent, String textHash, @Nullable LocalDate validUntil) {
        tell(
                new ConsentGiven(
                        consent, ConsentPurpose.STORY_PUBLICATION, null, textHash, validUntil));
    }

    /** The person agrees to be shown in one picture. */
    void letShow(UUID consent, String hash, @Nullable LocalDate validUntil) {
        tell(new ConsentGiven(consent, ConsentPurpose.PHOTOGRAPH, null, hash, validUntil));
    }

    void forbidToShow(UUID consent) {
        tell(new ConsentWithdrawn(consent, ConsentPurpose.PHOTOGRAPH, null));
    }

    void refuse(UUID consent) {
        tell(new ConsentRefused(consent, ConsentPurpose.STORY_PUBLICATION, null));
    }

    void withdraw(UUID consent) {
        tell(withdrawal(consent));
    }

    /** The event arrives before the one that comes before it. */
    void withdrawTooEarly(UUID consent) {
        NeighbourEvents.tellTooEarly(CONSENT, consent, withdrawal(consent));
    }

    /** The person says again what she said, and this arrives before the event before it. */
    void giveTooEarly(UUID consent, String textHash) {
        NeighbourEvents.tellTooEarly(
                CONSENT,
                consent,
                new ConsentGiven(consent, ConsentPurpose.STORY_PUBLICATION, null, textHash, null));
    }

    /** The next event of the consent, of which nothing can be made. */
    void mumble(UUID consent) {
        NeighbourEvents.mumble(CONSENT, consent, withdrawal(consent));
    }

    /** Something that is no event at all, where the consent's events stand. */
    void scribble(UUID consent) {
        NeighbourEvents.send(
                new ProducerRecord<>(
                        TOPIC,
                        Partitions.partitionOf(consent),
                        consent.toString(),
                        "no event".getBytes(StandardCharsets.UTF_8)));
    }

    /** No word of how far the topic is, as when the relay or the way to it is dead. */
    void fallSilent() {
        watermarks.fallSilent();
    }

    void speakAgain() {
        watermarks.speakAgain();
    }

    private void tell(ConsentEvent event) {
        NeighbourEvents.tell(CONSENT, event.consent(), event);
    }

    /** The next event of any aggregate, on its topic. */
    void tell(UUID aggregate, Event event) {
        // an event's first field is its aggregate, by the aggregate's name
        var type = event.getClass().getRecordComponents()[0].getName();
        NeighbourEvents.tell(type, aggregate, event);
    }

    private static ConsentWithdrawn withdrawal(UUID consent) {
        return new ConsentWithdrawn(consent, ConsentPurpose.STORY_PUBLICATION, null);
    }
}
