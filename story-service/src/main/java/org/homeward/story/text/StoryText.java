package org.homeward.story.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The words of a story in every language it is told in.
 *
 * @param pseudonyms the name that somebody chose to be told under, by her consent; the same in each
 *     language, for one that is translated could be translated back; null in texts that were kept
 *     before there were any
 * @param salt of the story, in all its revisions; see {@link Salt}
 */
public record StoryText(
        Map<Language, Version> versions, Map<UUID, String> pseudonyms, String salt) {

    public StoryText {
        var ordered = new EnumMap<Language, Version>(Language.class);
        ordered.putAll(versions);
        versions = Collections.unmodifiableMap(ordered);
        pseudonyms = pseudonyms == null ? Map.of() : Map.copyOf(pseudonyms);
    }

    /** Words with a salt of their own. */
    public static StoryText of(Map<Language, Version> versions, Map<UUID, String> pseudonyms) {
        return new StoryText(versions, pseudonyms, Salt.drawn());
    }

    /** These words of the same story: where they say the same, people have consented to them. */
    public StoryText after(StoryText before) {
        return new StoryText(versions, pseudonyms, before.salt);
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

    /**
     * The digest of all of it, in this setting: what people consent to. The words don't tell it.
     */
    public String hash(Setting setting) {
        return TextHash.of(this, setting);
    }
}
