package org.homeward.contracts.notification;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * What is told of messages that were sent to staff, and of addresses that none is sent to any more:
 * for operators and figures, never to whom.
 */
@Topic(value = "homeward.notification.v1", readers = Readers.SERVICES_AND_DASHBOARDS)
public sealed interface NotificationEvent extends Event
        permits NotificationDelivered, NotificationFailed, WebhookPaused {}
