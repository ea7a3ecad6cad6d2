package org.homeward.story.lead;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What events have told of a person so far, in whatever order they came.
 *
 * @param consents to case management that were given and not withdrawn, by their id; null is none
 * @param places the programmes in which the person holds a place, by the place's id; null is none
 */
record KnownPerson(
        UUID id, @Nullable Map<String, Validity> consents, @Nullable Map<String, String> places) {

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

    boolean isSelectedBy(String programme) {
        return places != null && places.containsValue(programme);
    }
}
