package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.registration.RegistrationTypes.SEARCH;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.Search.Candidate;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whom somebody means who may not read the file: by what the person says, or as she was found. */
@Component
public class Mentioned {

    private final MongoTemplate template;
    private final Aggregates aggregates;
    private final Clock clock;

    Mentioned(MongoTemplate template, Aggregates aggregates, Clock clock) {
        this.template = template;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    public Optional<UUID> byCaseNumber(String caseNumber) {
        return Optional.ofNullable(
                        template.getDb()
                                .getCollection(BENEFICIARY.collection())
                                .find(new Document("state.caseNumber", caseNumber))
                                .projection(new Document("_id", 1))
                                .first())
                .map(found -> found.get("_id", UUID.class));
    }

    /** Only by a search of one's own, and as long as a registration may refer to it. */
    public Optional<UUID> asCandidate(UUID search, UUID reference, Actor worker) {
        return aggregates
                .find(SEARCH, search, Scope.everything())
                .filter(made -> made.state().covers(worker, clock.instant()))
                .flatMap(
                        made ->
                                made.state().found().stream()
                                        .filter(one -> one.reference().equals(reference))
                                        .map(Candidate::beneficiary)
                                        .findFirst());
    }
}
