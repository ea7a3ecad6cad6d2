package org.homeward.story.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the body: paragraphs, under a heading or not. What is blank is none.
 *
 * @param heading null where there is none
 */
public record Section(@Nullable String heading, List<String> paragraphs) {

    public Section {
        heading = heading == null || Words.isBlank(heading) ? null : Words.tidy(heading);
        paragraphs =
                paragraphs.stream()
                        .filter(paragraph -> !Words.isBlank(paragraph))
                        .map(Words::tidy)
                        .toList();
    }
}
