package org.homeward.contracts.consent;

import java.util.UUID;
import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What became of a consent. The topic is for the four services only: even without a name the moment
 * of an event here, beside one on another topic, would join a person to a story.
 */
@Topic(value = "homeward.consent.v1", readers = Readers.SERVICES)
public sealed interface ConsentEvent extends Event
        permits ConsentGiven, ConsentRefused, ConsentWithdrawn, ConsentErased {

    /** The consent, whose id exists since it was asked for. */
    UUID consent();

    /** What it is for. */
    ConsentPurpose purpose();

    /** Whose it is; nobody's, as far as this topic knows, where the consent is for one story. */
    @Override
    @Nullable UUID beneficiary();
}
