package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.stereotype.Component;

/** Who has said yes to work on her case, today, and who has answered and does not agree. */
@Component
public final class CaseConsents implements ClosedFiles {

    private static final List<String> BENEFICIARY = List.of("state", "request", "beneficiary");

    /** Of who was erased nothing is left to close. */
    private static final List<String> ANSWERED =
            List.of(ConsentTypes.GIVEN, ConsentTypes.REFUSED, ConsentTypes.WITHDRAWN);

    private final MongoTemplate template;
    private final ProgrammeClock clock;

    CaseConsents(MongoTemplate template, ProgrammeClock clock) {
        this.template = template;
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
        var given = ofCases(people);
        given.putAll(ConsentInForce.inForce(clock.today()));
        var query = new BasicQuery(given);
        query.fields().include(ConsentTypes.BENEFICIARY);
        return mongo.find(query, Document.class, CONSENT.collection()).stream()
                .map(CaseConsents::person)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> among(Collection<UUID> people) {
        var query =
                new BasicQuery(
                        ofCases(people).append(ConsentTypes.STATE, new Document("$in", ANSWERED)));
        query.fields()
                .include(ConsentTypes.BENEFICIARY, ConsentTypes.STATE, ConsentInForce.VALID_UNTIL);
        var today = clock.today().toString();
        var closed = new HashSet<UUID>();
        var agreeing = new HashSet<UUID>();
        for (var answer : template.find(query, Document.class, CONSENT.collection())) {
            (isYes(answer.get("state", Document.class), today) ? agreeing : closed)
                    .add(person(answer));
        }
        closed.removeAll(agreeing);
        return closed;
    }

    @Override
    public void check(UUID person) {
        if (contain(person)) {
            throw new ConsentMissing(ConsentPurpose.CASE_MANAGEMENT);
        }
    }

    private static boolean isYes(Document state, String today) {
        var validUntil = state.getString("validUntil");
        return ConsentTypes.GIVEN.equals(state.getString("_class"))
                && (validUntil == null || validUntil.compareTo(today) >= 0);
    }

    private static Document ofCases(Collection<UUID> people) {
        return new Document(ConsentTypes.BENEFICIARY, new Document("$in", people))
                .append(ConsentTypes.PURPOSE, ConsentPurpose.CASE_MANAGEMENT.name());
    }

    private static UUID person(Document consent) {
        return consent.getEmbedded(BENEFICIARY, UUID.class);
    }
}
