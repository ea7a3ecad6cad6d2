package org.homeward.story.editorial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param pictures that were sent in for it, in the order of the page; left out for none
 */
record StoryContent(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String programme,
        @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)") @Nullable String region,
        @Nullable Sector sector,
        @Nullable LocalDate closes,
        @Nullable StandsAt standsAt,
        @NotNull @Size(max = 20) List<@NotNull @Valid Person> persons,
        @Nullable @Size(max = 8) List<@NotNull @Valid Pictured> pictures,
        @NotNull @Valid Versions versions) {

    /** So many letters fit a page that a slow telephone can load. */
    static final int LONGEST_VERSION = 20_000;

    /**
     * A person whom it is about.
     *
     * @param pseudonym the name that was chosen instead of the real one, where a name is told at
     *     all; only with {@code nameChanged}
     */
    record Person(
            @NotNull UUID consent,
            @NotNull Boolean nameChanged,
            @Nullable @Size(min = 1, max = 60) String pseudonym) {}

    /**
     * A picture in it.
     *
     * @param faces how many can be recognised
     * @param shown the consents to be shown that were asked of everybody in it, for this picture
     *     and no other; at least one for each face by the time it is submitted
     */
    record Pictured(
            @NotNull UUID id,
            @NotNull @Min(0) @Max(50) Integer faces,
            @NotNull @Size(max = 50) List<@NotNull UUID> shown) {}

    /** The language versions; at least one by the time it is submitted. */
    record Versions(
            @Valid @Nullable Words tg, @Valid @Nullable Words ru, @Valid @Nullable Words en) {

        boolean areThere() {
            return tg != null || ru != null || en != null;
        }
    }

    /**
     * One language version.
     *
     * @param alternatives what each picture shows, for who can't see it, in the order of the
     *     pictures; left out for none
     */
    record Words(
            @NotNull @Size(max = 150) String title,
            @NotNull @Size(max = 400) String teaser,
            @NotNull @Size(max = 40) List<@NotNull @Valid Part> sections,
            @Nullable @Size(max = 8) List<@NotNull @Size(max = 300) String> alternatives) {}

    /** A section of the body. */
    record Part(
            @Size(max = 150) @Nullable String heading,
            @NotNull @Size(max = 60) List<@NotNull @Size(min = 1, max = 5000) String> paragraphs) {}

    /**
     * @throws InvalidBody when something belongs to another kind; or when there are words of a
     *     story and nobody whom it tells of: then no erasure would find them
     */
    void mustFit(StoryKind kind) {
        if (closes != null && kind != StoryKind.CALL) {
            throw new InvalidBody("/closes", "belongs to a call for entries and to nothing else");
        }
        if (standsAt != null && kind != StoryKind.PAGE) {
            throw new InvalidBody("/standsAt", "belongs to a page and to nothing else");
        }
        if (kind == StoryKind.STORY && persons.isEmpty() && versions.areThere()) {
            throw new InvalidBody("/persons", "must name everybody whom the words tell of");
        }
    }

    List<Pictured> illustrated() {
        return pictures == null ? List.of() : pictures;
    }

    /**
     * @throws InvalidBody when one consent stands for two people, for two pictures, or both for
     *     words and a picture; or when there is a pseudonym and the page would not say so
     */
    List<Portrayed> portrayed() {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < persons.size(); i++) {
            if (!seen.add(persons.get(i).consent())) {
                throw new InvalidBody("/persons/" + i + "/consent", "must be one person's only");
            }
            if (persons.get(i).pseudonym() != null && !persons.get(i).nameChanged()) {
                throw new InvalidBody(
                        "/persons/" + i + "/nameChanged",
                        "must be true where there is a pseudonym");
            }
        }
        for (int i = 0; i < illustrated().size(); i++) {
            var shown = illustrated().get(i).shown();
            if (Set.copyOf(shown).size() < shown.size()
                    || shown.stream().anyMatch(seen::contains)) {
                throw new InvalidBody(
                        "/pictures/" + i + "/shown",
                        "must be the consents of different people, asked for this picture alone");
            }
            seen.addAll(shown);
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
        var pseudonyms = new HashMap<UUID, String>();
        for (Person person : persons) {
            if (person.pseudonym() != null && !person.pseudonym().isBlank()) {
                pseudonyms.put(person.consent(), person.pseudonym().strip());
            }
        }
        return StoryText.of(all, pseudonyms);
    }

    private void add(Map<Language, Version> all, Language language, @Nullable Words words) {
        if (words == null) {
            return;
        }
        var sections =
                words.sections().stream()
                        .map(s -> new Section(s.heading(), s.paragraphs()))
                        .toList();
        var alternatives = words.alternatives() == null ? List.<String>of() : words.alternatives();
        if (alternatives.size() > illustrated().size()) {
            throw new InvalidBody(
                    "/versions/" + language.tag() + "/alternatives",
                    "must not be more than there are pictures");
        }
        var version = new Version(words.title(), words.teaser(), sections, alternatives);
        if (version.asOneText().length() > LONGEST_VERSION) {
            throw new InvalidBody(
                    "/versions/" + language.tag(),
                    "must not be longer than " + LONGEST_VERSION + " characters");
        }
        all.put(language, version);
    }
}
