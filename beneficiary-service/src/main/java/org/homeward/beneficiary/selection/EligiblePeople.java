package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.assessment.Assessed;
import org.homeward.beneficiary.consent.CaseConsents;
import org.homeward.beneficiary.programme.Programme;
import org.homeward.kit.journal.AggregateType;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is to be ranked: eligible by the card, living where the programme works, with consent in
 * force, and not selected for the programme before.
 */
@Component
class EligiblePeople {

    private static final int AT_ONCE = 1_000;

    private final MongoTemplate template;
    private final Assessed assessed;
    private final CaseConsents consents;
    private final HouseholdDependency dependency;

    EligiblePeople(
            MongoTemplate template,
            Assessed assessed,
            CaseConsents consents,
            HouseholdDependency dependency) {
        this.template = template;
        this.assessed = assessed;
        this.consents = consents;
        this.dependency = dependency;
    }

    List<Candidate> of(Terms terms, Programme programme) {
        var eligible = assessed.eligible(terms.scorecard(), terms.cutOff());
        var candidates = new ArrayList<Candidate>(eligible.size());
        for (int from = 0; from < eligible.size(); from += AT_ONCE) {
            var part = eligible.subList(from, Math.min(from + AT_ONCE, eligible.size()));
            candidates.addAll(some(part, programme));
        }
        return candidates;
    }

    private List<Candidate> some(List<Assessed.Eligible> eligible, Programme programme) {
        var ids = eligible.stream().map(Assessed.Eligible::beneficiary).toList();
        var living = livingIn(programme.districts(), ids);
        var consenting = consents.inForce(template, ids);
        var selected = selectedFor(programme.code(), ids);
        var dependencies = dependency.perThousandEarners(ids);
        return eligible.stream()
                .filter(
                        one ->
                                living.contains(one.beneficiary())
                                        && consenting.contains(one.beneficiary())
                                        && !selected.contains(one.beneficiary()))
                .map(
                        one ->
                                new Candidate(
                                        UUID.randomUUID(),
                                        one.beneficiary(),
                                        one.points(),
                                        one.dimensions(),
                                        dependencies.getOrDefault(
                                                one.beneficiary(), HouseholdDependency.ALONE)))
                .toList();
    }

    private Set<UUID> livingIn(List<String> districts, List<UUID> people) {
        var living =
                new Document("_id", new Document("$in", people))
                        .append("state.district", new Document("$in", districts));
        return found(BENEFICIARY, living, List.of("_id"));
    }

    private Set<UUID> selectedFor(String programme, List<UUID> people) {
        var selected =
                new Document(SelectionTypes.SEAT_BENEFICIARY, new Document("$in", people))
                        .append("state.seat.programme", programme)
                        .append(SelectionTypes.STATE, SelectionTypes.SELECTED);
        return found(PLACE, selected, List.of("state", "seat", "beneficiary"));
    }

    private Set<UUID> found(AggregateType<?> type, Document query, List<String> person) {
        return template.getDb()
                .getCollection(type.collection())
                .find(query)
                .projection(Projections.include(String.join(".", person)))
                .map(document -> document.getEmbedded(person, UUID.class))
                .into(new HashSet<>());
    }
}
