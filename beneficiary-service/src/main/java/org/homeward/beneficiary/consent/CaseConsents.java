package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.stereotype.Component;

/** Who has said yes to work on her case, today. */
@Component
public final class CaseConsents {

    private static final List<String> BENEFICIARY = List.of("state", "request", "beneficiary");

    private final ProgrammeClock clock;

    CaseConsents(ProgrammeClock clock) {
        this.clock = clock;
    }

    /**
     * @throws ConsentMissing unless it is in force today
     */
    public void require(Change change, UUID person) {
        if (inForce(change.mongo(), List.of(person)).isEmpty()) {
            throw new ConsentMissing(ConsentPurpose.CASE_MANAGEMENT);
        }
    }

    /** Those of these people whose yes is in force today. */
    public Set<UUID> inForce(MongoOperations mongo, Collection<UUID> people) {
        var given =
                new Document("state.request.beneficiary", new Document("$in", people))
                        .append("state.request.purpose", ConsentPurpose.CASE_MANAGEMENT.name())
                        .append("state._class", ConsentTypes.GIVEN)
                        .append(
                                "$or",
                                List.of(
                                        new Document("state.validUntil", null),
                                        new Document(
                                                "state.validUntil",
                                                new Document("$gte", clock.today().toString()))));
        var query = new BasicQuery(given);
        query.fields().include("state.request.beneficiary");
        return mongo.find(query, Document.class, CONSENT.collection()).stream()
                .map(found -> found.getEmbedded(BENEFICIARY, UUID.class))
                .collect(Collectors.toSet());
    }
}
