package org.homeward.story.editorial;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.publication.StandsAt;
import org.homeward.story.text.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What a story is, apart from its words.
 *
 * @param author subject of who wrote it; may review nothing of it, whatever else the person is
 * @param programme its code; never leaves the service
 * @param region by ISO 3166-2:TJ; null where it would point to somebody
 * @param sector null where it would point to somebody
 * @param closes the last day of a call for entries, counted in Asia/Dushanbe; null until it is
 *     known, and for every other kind
 * @param standsAt where a page stands; null until it is known, and for every other kind
 */
public record Profile(
        UUID story,
        StoryKind kind,
        String author,
        String programme,
        @Nullable String region,
        @Nullable Sector sector,
        @Nullable LocalDate closes,
        @Nullable StandsAt standsAt,
        List<Portrayed> persons) {

    public Profile {
        persons = List.copyOf(persons);
    }

    /** The consents that must be in force. */
    public List<UUID> consents() {
        return persons.stream().map(Portrayed::consent).toList();
    }

    /** Whether somebody is told of under a pseudonym. */
    public boolean nameChanged() {
        return persons.stream().anyMatch(Portrayed::nameChanged);
    }

    /** What people consent to beside its words. */
    Setting setting() {
        return new Setting(Set.copyOf(consents()), nameChanged(), region, sector, closes);
    }

    Profile with(
            String newProgramme,
            @Nullable String newRegion,
            @Nullable Sector newSector,
            @Nullable LocalDate newClosing,
            @Nullable StandsAt newPlace,
            List<Portrayed> newPersons) {
        return new Profile(
                story,
                kind,
                author,
                newProgramme,
                newRegion,
                newSector,
                newClosing,
                newPlace,
                newPersons);
    }
}
