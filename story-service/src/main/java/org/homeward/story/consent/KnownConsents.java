package org.homeward.story.consent;

import static org.homeward.contracts.consent.ConsentPurpose.PHOTOGRAPH;
import static org.homeward.contracts.consent.ConsentPurpose.STORY_PUBLICATION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.contracts.consent.ConsentPurpose;

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
                        .map(
                                id ->
                                        standing(
                                                id,
                                                basis.story(),
                                                STORY_PUBLICATION,
                                                basis.textHash(),
                                                today));
        var photographs =
                basis.photographs().stream()
                        .map(
                                shown ->
                                        standing(
                                                shown.consent(),
                                                basis.story(),
                                                PHOTOGRAPH,
                                                shown.picture(),
                                                today));
        return Stream.concat(texts, photographs).toList();
    }

    /** Those who don't agree any more to whatever they were asked for, and how each stands. */
    public List<ConsentStanding> over(LocalDate today) {
        return byId.values().stream()
                .flatMap(
                        consent ->
                                consent.over(today).stream()
                                        .map(
                                                standing ->
                                                        new ConsentStanding(
                                                                consent.id(), standing)))
                .toList();
    }

    /** Whether everybody agrees. */
    public boolean agree(Basis basis, LocalDate today) {
        return standings(basis, today).stream().allMatch(ConsentStanding::isInForce);
    }

    private ConsentStanding standing(
            UUID id, UUID story, ConsentPurpose purpose, String hash, LocalDate today) {
        var consent = byId.get(id);
        return new ConsentStanding(
                id,
                consent == null
                        ? Standing.NOT_GIVEN
                        : consent.standing(story, purpose, hash, today));
    }
}
