package org.homeward.contracts;

import java.util.UUID;
import org.homeward.contracts.access.AccessEvent;
import org.homeward.contracts.beneficiary.BeneficiaryEvent;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.erasure.ErasureEvent;
import org.homeward.contracts.grant.GrantErasureEvent;
import org.homeward.contracts.grant.GrantEvent;
import org.homeward.contracts.notification.NotificationErasureEvent;
import org.homeward.contracts.notification.NotificationEvent;
import org.homeward.contracts.story.StoryErasureEvent;
import org.homeward.contracts.story.StoryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and stays true, told to other services and to dashboards.
 *
 * <p>An event holds what happened and nothing else: whose event it is, its place in the order and
 * its time stand in the {@link EventEnvelope}. It never holds a name, a contact, a free text or
 * anything of protection; topics are kept for ever, so what is once said cannot be taken back.
 */
public sealed interface Event
        permits AccessEvent,
                BeneficiaryEvent,
                ConsentEvent,
                ErasureEvent,
                GrantEvent,
                GrantErasureEvent,
                StoryEvent,
                StoryErasureEvent,
                NotificationEvent,
                NotificationErasureEvent {

    /**
     * Whom it names, by her random id, as the field of this name says; null where it names nobody.
     * One that carries only the id of a grant or a story of hers names nobody.
     */
    default @Nullable UUID beneficiary() {
        return null;
    }
}
