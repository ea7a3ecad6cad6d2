package org.homeward.contracts.grant;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * That grant-service has destroyed what it kept of somebody. The topic is for the four services
 * only: it may come as soon as her last grant is closed, so on a topic of dashboards it would tell
 * whose.
 */
@Topic(value = "homeward.grant-erasure.v1", readers = Readers.SERVICES)
public sealed interface GrantErasureEvent extends Event permits GrantErasureConfirmed {}
