package org.homeward.contracts.story;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * That story-service has destroyed what it kept of somebody. The topic is for the four services
 * only: in the same moment public stories are taken back, so on a topic of dashboards it would tell
 * that somebody in them was erased.
 */
@Topic(value = "homeward.story-erasure.v1", readers = Readers.SERVICES)
public sealed interface StoryErasureEvent extends Event permits StoryErasureConfirmed {}
