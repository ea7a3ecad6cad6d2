package org.homeward.contracts.story;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * What is told of stories. Never about whom, never a title, never a person's, grant's or consent's
 * id: an approved grant would be joined to a face.
 */
@Topic(value = "homeward.story.v1", readers = Readers.SERVICES_AND_DASHBOARDS)
public sealed interface StoryEvent extends Event
        permits StoryDrafted,
                StorySubmitted,
                StoryApproved,
                StoryPublished,
                StoryUpdated,
                StoryRetracted {}
