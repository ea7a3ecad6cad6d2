package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.assessment.Assessed;
import org.homeward.beneficiary.programme.Programme;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is to be ranked: eligible by the card, living where the programme works, and not barred by
 * {@link Admission}.
 */
@Component
class EligiblePeople {

    private static final int AT_ONCE = 1_000;

    private final MongoTemplate template;
    private final Assessed assessed;
    private final Admission admission;
    private final HouseholdDependency dependency;

    EligiblePeople(
            MongoTemplate template,
            Assessed assessed,
            Admission admission,
            HouseholdDependency dependency) {
        this.template = template;
        this.assessed = assessed;
        this.admission = admission;
        this.dependency = dependency;
    }

    List<Candidate> of(Terms terms, Programme programme) {
        var eligible = assessed.eligible(terms.scorecard(), terms.cutOff());
        var candidates = new ArrayList<Candidate>(eligible.size());
        for (int from = 0; from < eligible.size(); from += AT_ONCE) {
            var part = eligible.subList(from, Math.min(from + AT_ONCE, eligible.size()));
            candidates.addAll(some(part, programme));
        }
        return withDependency(candidates);
    }

    /** Households are opened for those only whom nothing else tells apart. */
    private List<Candidate> withDependency(List<Candidate> candidates) {
        var equal = List.copyOf(Ranking.equal(candidates));
        var dependencies = new HashMap<UUID, Integer>();
        for (int from = 0; from < equal.size(); from += AT_ONCE) {
            var part = equal.subList(from, Math.min(from + AT_ONCE, equal.size()));
            dependencies.putAll(dependency.perThousandEarners(part));
        }
        return candidates.stream()
                .map(
                        one ->
                                one.with(
                                        dependencies.getOrDefault(
                                                one.beneficiary(), one.dependency())))
                .toList();
    }

    private List<Candidate> some(List<Assessed.Eligible> eligible, Programme programme) {
        var ids = eligible.stream().map(Assessed.Eligible::beneficiary).toList();
        var ranked = admission.among(template, programme.code(), ids);
        ranked.retainAll(livingIn(programme.districts(), ids));
        return eligible.stream()
                .filter(one -> ranked.contains(one.beneficiary()))
                .map(
                        one ->
                                new Candidate(
                                        UUID.randomUUID(),
                                        one.beneficiary(),
                                        one.points(),
                                        one.dimensions(),
                                        HouseholdDependency.ALONE))
                .toList();
    }

    private Set<UUID> livingIn(List<String> districts, List<UUID> people) {
        var living =
                new Document("_id", new Document("$in", people))
                        .append("state.district", new Document("$in", districts));
        return template.getDb()
                .getCollection(BENEFICIARY.collection())
                .find(living)
                .projection(Projections.include("_id"))
                .map(file -> file.get("_id", UUID.class))
                .into(new HashSet<>());
    }
}
