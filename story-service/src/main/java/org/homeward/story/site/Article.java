package org.homeward.story.site;

import java.time.LocalDate;
import java.util.List;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.text.Language;
import org.homeward.story.text.Section;
import org.jspecify.annotations.Nullable;

/**
 * A story as a reader sees it.
 *
 * @param languages in which it is told
 * @param date the day of its publication in words
 * @param closing of a call for entries; null for everything else
 */
record Article(
        StoryKind kind,
        List<Language> languages,
        String title,
        String teaser,
        List<Section> sections,
        List<Image> images,
        LocalDate day,
        String date,
        @Nullable String region,
        @Nullable Sector sector,
        @Nullable Closing closing,
        boolean nameChanged,
        boolean aboutPeople) {

    /** The picture above the text; null where there is none. */
    public @Nullable Image lead() {
        return images.isEmpty() ? null : images.getFirst();
    }

    /** The pictures below it. */
    public List<Image> others() {
        return images.isEmpty() ? images : images.subList(1, images.size());
    }
}
