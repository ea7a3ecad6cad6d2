package org.homeward.story.editorial;

import org.homeward.kit.journal.AggregateType;

/** How stories are kept. */
public final class StoryRecords {

    public static final AggregateType<Story> STORIES =
            AggregateType.of("story", Story.class, "stories");

    /** Reasons of retractions: apart from the stories, for they outlive the story's key. */
    public static final AggregateType<RetractionNote> NOTES =
            AggregateType.of("retraction-note", RetractionNote.class, "retraction-notes");

    /** Whoever was ever told of in a story or shown, by the consents that were asked of them. */
    public static final String NAMED = "state.profile.named";

    private StoryRecords() {}
}
