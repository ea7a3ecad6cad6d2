package org.homeward.contracts.notification;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * That notification-service has destroyed what it kept of somebody. The topic is for the four
 * services only: in the same moment public stories are taken back, so on a topic of dashboards it
 * would tell that somebody in them was erased.
 */
@Topic(value = "homeward.notification-erasure.v1", readers = Readers.SERVICES)
public sealed interface NotificationErasureEvent extends Event
        permits NotificationErasureConfirmed {}
