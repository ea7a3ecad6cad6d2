package org.homeward.contracts.access;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * What the services have to know of access to themselves. The topic is for them only: when a
 * colleague's tokens are refused, and how often files are opened out of scope, is for nobody else.
 */
@Topic(value = "homeward.access.v1", readers = Readers.SERVICES)
public sealed interface AccessEvent extends Event permits TokensDenied, GlassBroken {}
