package org.homeward.story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What a story is beside its words; people consent to it with them.
 *
 * @param persons the consents asked of everybody in it, whatever their order: with somebody more or
 *     less it is another story, though not a word was changed
 * @param nameChanged whether the page says that names were changed
 * @param region by ISO 3166-2:TJ; null where none is shown
 * @param sector null where none is shown
 * @param closes the last day of a call for entries; null for everything else
 * @param pictures in the order of the page
 */
public record Setting(
        Set<UUID> persons,
        boolean nameChanged,
        @Nullable String region,
        @Nullable Sector sector,
        @Nullable LocalDate closes,
        List<Depicted> pictures) {

    public Setting {
        persons = Set.copyOf(persons);
        pictures = List.copyOf(pictures);
    }
}
