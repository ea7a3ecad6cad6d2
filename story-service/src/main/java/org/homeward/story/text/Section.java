package org.homeward.story.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the body: paragraphs, under a heading or not. */
public record Section(@Nullable String heading, List<String> paragraphs) {

    public Section {
        heading = heading == null ? null : Words.tidy(heading);
        paragraphs = paragraphs.stream().map(Words::tidy).toList();
    }
}
