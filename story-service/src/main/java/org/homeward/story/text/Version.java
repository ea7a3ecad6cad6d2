package org.homeward.story.text;

import java.util.List;

/** A story in one language. */
public record Version(String title, String teaser, List<Section> sections) {

    public Version {
        title = Words.tidy(title);
        teaser = Words.tidy(teaser);
        sections = List.copyOf(sections);
    }

    /** All of it, as a reader would read it from top to bottom. */
    public String asOneText() {
        var text = new StringBuilder(title).append('\n').append(teaser).append('\n');
        for (Section section : sections) {
            if (section.heading() != null) {
                text.append(section.heading()).append('\n');
            }
            section.paragraphs().forEach(paragraph -> text.append(paragraph).append('\n'));
        }
        return text.toString();
    }

    /** Whether a reader would find nothing under the title. */
    boolean isBare() {
        return Words.isBlank(title)
                || Words.isBlank(teaser)
                || sections.stream().allMatch(section -> section.paragraphs().isEmpty());
    }
}
