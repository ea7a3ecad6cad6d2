package org.homeward.story.text;

import java.util.List;

/**
 * A story in one language.
 *
 * @param alternatives what each picture shows, for who can't see it, in the order of the pictures;
 *     null in texts that were kept before there were any
 */
public record Version(
        String title, String teaser, List<Section> sections, List<String> alternatives) {

    public Version {
        title = Words.tidy(title);
        teaser = Words.tidy(teaser);
        sections = List.copyOf(sections);
        alternatives =
                alternatives == null ? List.of() : alternatives.stream().map(Words::tidy).toList();
    }

    /** What a picture shows; empty where nobody has said it. */
    public String alternative(int picture) {
        var said = picture < alternatives.size() ? alternatives.get(picture) : "";
        return Words.isBlank(said) ? "" : said;
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
        alternatives.forEach(alternative -> text.append(alternative).append('\n'));
        return text.toString();
    }

    /** Whether a reader would find nothing under the title. */
    boolean isBare() {
        return Words.isBlank(title)
                || Words.isBlank(teaser)
                || sections.stream().allMatch(section -> section.paragraphs().isEmpty());
    }
}
