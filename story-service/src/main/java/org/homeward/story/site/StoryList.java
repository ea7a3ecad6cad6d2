package org.homeward.story.site;

import java.time.LocalDate;
import java.util.List;
import org.homeward.contracts.story.StoryKind;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of stories.
 *
 * @param first whether it is the newest part
 * @param older path of the part after it; null on the last
 * @param incomplete whether something can't be shown at this moment
 */
record StoryList(List<Card> cards, boolean first, @Nullable String older, boolean incomplete) {

    /** One story in the list. */
    record Card(
            StoryKind kind,
            String path,
            String title,
            String teaser,
            LocalDate day,
            String date,
            @Nullable String region) {}
}
