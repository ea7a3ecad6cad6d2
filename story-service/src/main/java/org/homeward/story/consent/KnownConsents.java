package org.homeward.story.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The consents that were looked up together, so that they are judged at one moment. */
public record KnownConsents(Map<UUID, Consent> byId) {

    public KnownConsents {
        byId = Map.copyOf(byId);
    }

    public static KnownConsents of(Collection<Consent> consents) {
        return new KnownConsents(
                consents.stream().collect(Collectors.toMap(Consent::id, Function.identity())));
    }

    /** How each that a story needs stands; one that nothing was heard of is not given. */
    public List<ConsentStanding> standings(Basis basis, LocalDate today) {
        var texts =
                basis.persons().stream()
                        .map(id -> standing(id, basis.story(), basis.textHash(), today));
        var photographs =
                basis.photographs().stream().map(id -> standing(id, basis.story(), null, today));
        return Stream.concat(texts, photographs).toList();
    }

    /** Whether everybody agrees. */
    public boolean agree(Basis basis, LocalDate today) {
        return standings(basis, today).stream().allMatch(ConsentStanding::isInForce);
    }

    private ConsentStanding standing(
            UUID id, UUID story, @Nullable String textHash, LocalDate today) {
        var consent = byId.get(id);
        return new ConsentStanding(
                id,
                consent == null ? Standing.NOT_GIVEN : consent.standing(story, textHash, today));
    }
}
