package org.homeward.story.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The consents that were looked up together, so that they are judged at one moment. */
public record KnownConsents(Map<UUID, Consent> byId) {

    public KnownConsents {
        byId = Map.copyOf(byId);
    }

    public static KnownConsents of(Collection<Consent> consents) {
        return new KnownConsents(
                consents.stream().collect(Collectors.toMap(Consent::id, Function.identity())));
    }

    /** How each of these stands for a story's text; one that nothing was heard of is not given. */
    public List<ConsentStanding> standings(
            List<UUID> ids, UUID story, String textHash, LocalDate today) {
        return ids.stream()
                .map(id -> new ConsentStanding(id, standing(id, story, textHash, today)))
                .toList();
    }

    private Standing standing(UUID id, UUID story, String textHash, LocalDate today) {
        var consent = byId.get(id);
        return consent == null ? Standing.NOT_GIVEN : consent.standing(story, textHash, today);
    }
}
