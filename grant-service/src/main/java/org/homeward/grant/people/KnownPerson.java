package org.homeward.grant.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What events have told of a person so far, in whatever order they came: a consent may be known
 * before its person is.
 *
 * @param organisation null until the registration has arrived, as the district
 * @param consents to case management that were given and not withdrawn, by their id; null is none
 * @param households that the person belongs or belonged to: who leaves stays a relative; null is
 *     none
 * @param staff pseudonyms of those who have or had the case or assessed the person; null is none
 * @param places that the person holds in selections, each with the code of its programme; null is
 *     none
 */
record KnownPerson(
        UUID id,
        @Nullable String organisation,
        @Nullable String district,
        @Nullable Map<String, Validity> consents,
        @Nullable Set<UUID> households,
        @Nullable Set<UUID> staff,
        @Nullable Map<String, String> places) {

    /**
     * @param until the last day; null for no end
     */
    record Validity(@Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    /** Compared on each use: no event comes when a consent runs out. */
    Set<UUID> consentsInForce(LocalDate today) {
        return consents == null
                ? Set.of()
                : consents.entrySet().stream()
                        .filter(consent -> consent.getValue().holdsOn(today))
                        .map(consent -> UUID.fromString(consent.getKey()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Codes of the programmes that selected the person, each once. */
    List<String> selectedFor() {
        return places == null ? List.of() : places.values().stream().distinct().sorted().toList();
    }

    /** For the recusal of those who review an application of this person. */
    Ties ties() {
        return new Ties(
                organisation,
                households == null ? Set.of() : households,
                staff == null ? Set.of() : staff);
    }
}
