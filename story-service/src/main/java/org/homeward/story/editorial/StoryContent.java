package org.homeward.story.editorial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.web.InvalidBody;
import org.homeward.story.publication.StandsAt;
import org.homeward.story.text.Language;
import org.homeward.story.text.Section;
import org.homeward.story.text.StoryText;
import org.homeward.story.text.Version;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes of a story; the body of its creation and of each revision.
 *
 * @param closes the last day of a call for entries, counted in Asia/Dushanbe; for a call only
 * @param standsAt the address whose text a page replaces; for a page only
 */
record StoryContent(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String programme,
        @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)") @Nullable String region,
        @Nullable Sector sector,
        @Nullable LocalDate closes,
        @Nullable StandsAt standsAt,
        @NotNull @Size(max = 20) List<@NotNull @Valid Person> persons,
        @NotNull @Valid Versions versions) {

    /** So many letters fit a page that a slow telephone can load. */
    static final int LONGEST_VERSION = 20_000;

    /** A person whom it is about. */
    record Person(@NotNull UUID consent, @NotNull Boolean nameChanged) {}

    /** The language versions; at least one by the time it is submitted. */
    record Versions(
            @Valid @Nullable Words tg, @Valid @Nullable Words ru, @Valid @Nullable Words en) {}

    /** One language version. */
    record Words(
            @NotNull @Size(max = 150) String title,
            @NotNull @Size(max = 400) String teaser,
            @NotNull @Size(max = 40) List<@NotNull @Valid Part> sections) {}

    /** A section of the body. */
    record Part(
            @Size(max = 150) @Nullable String heading,
            @NotNull @Size(max = 60) List<@NotNull @Size(min = 1, max = 5000) String> paragraphs) {}

    /**
     * @throws InvalidBody when something belongs to another kind
     */
    void mustFit(StoryKind kind) {
        if (closes != null && kind != StoryKind.CALL) {
            throw new InvalidBody("/closes", "belongs to a call for entries and to nothing else");
        }
        if (standsAt != null && kind != StoryKind.PAGE) {
            throw new InvalidBody("/standsAt", "belongs to a page and to nothing else");
        }
    }

    /**
     * @throws InvalidBody when one consent stands for two people
     */
    List<Portrayed> portrayed() {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < persons.size(); i++) {
            if (!seen.add(persons.get(i).consent())) {
                throw new InvalidBody("/persons/" + i + "/consent", "must be one person's only");
            }
        }
        return persons.stream().map(p -> new Portrayed(p.consent(), p.nameChanged())).toList();
    }

    /**
     * @throws InvalidBody when a version is too long for a page
     */
    StoryText text() {
        var all = new EnumMap<Language, Version>(Language.class);
        add(all, Language.TG, versions.tg());
        add(all, Language.RU, versions.ru());
        add(all, Language.EN, versions.en());
        return new StoryText(all);
    }

    private static void add(Map<Language, Version> all, Language language, @Nullable Words words) {
        if (words == null) {
            return;
        }
        var sections =
                words.sections().stream()
                        .map(s -> new Section(s.heading(), s.paragraphs()))
                        .toList();
        var version = new Version(words.title(), words.teaser(), sections);
        if (version.asOneText().length() > LONGEST_VERSION) {
            throw new InvalidBody(
                    "/versions/" + language.tag(),
                    "must not be longer than " + LONGEST_VERSION + " characters");
        }
        all.put(language, version);
    }
}
