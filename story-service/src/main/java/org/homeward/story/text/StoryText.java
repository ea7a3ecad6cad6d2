package org.homeward.story.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The words of a story in every language it is told in. */
public record StoryText(Map<Language, Version> versions) {

    public StoryText {
        var ordered = new EnumMap<Language, Version>(Language.class);
        ordered.putAll(versions);
        versions = Collections.unmodifiableMap(ordered);
    }

    /** In the order of the public site. */
    public List<Language> languages() {
        return List.copyOf(versions.keySet());
    }

    /** Languages in which a title, a teaser or the body is still missing. */
    public List<Language> unfinished() {
        return versions.entrySet().stream()
                .filter(version -> version.getValue().isBare())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The digest of all of it, in this setting: what people consent to. */
    public String hash(Setting setting) {
        return TextHash.of(this, setting);
    }
}
