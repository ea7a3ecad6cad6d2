package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.time.ProgrammeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.stereotype.Component;

/**
 * Whether a person agrees to something today, for the features that need it. Asked beside the
 * change of a command, not in it: the change sees the database as it was when it began.
 */
@Component
public final class ConsentInForce {

    static final String VALID_UNTIL = "state.validUntil";

    private final MongoTemplate template;
    private final ProgrammeClock clock;

    ConsentInForce(MongoTemplate template, ProgrammeClock clock) {
        this.template = template;
        this.clock = clock;
    }

    /** Whether any consent of hers to this purpose is in force. */
    public boolean holds(UUID beneficiary, ConsentPurpose purpose) {
        return holds(beneficiary, purpose, null);
    }

    /**
     * Whether she agrees that this partner gets her data.
     *
     * @param partner code of the organisation
     */
    public boolean letsShareWith(UUID beneficiary, String partner) {
        return holds(beneficiary, ConsentPurpose.SHARING_WITH_PARTNER, partner);
    }

    /**
     * @throws ConsentMissing when her consent to case management is not in force
     */
    public void requireCaseManagement(UUID beneficiary) {
        if (!holds(beneficiary, ConsentPurpose.CASE_MANAGEMENT)) {
            throw new ConsentMissing(ConsentPurpose.CASE_MANAGEMENT);
        }
    }

    /**
     * @throws ConsentMissing when she does not agree that this partner gets her data
     */
    public void requireSharingWith(UUID beneficiary, String partner) {
        if (!letsShareWith(beneficiary, partner)) {
            throw new ConsentMissing(ConsentPurpose.SHARING_WITH_PARTNER);
        }
    }

    private boolean holds(UUID beneficiary, ConsentPurpose purpose, @Nullable String partner) {
        var yes =
                inForce(clock.today())
                        .append(ConsentTypes.BENEFICIARY, beneficiary)
                        .append(ConsentTypes.PURPOSE, purpose.name());
        if (partner != null) {
            yes.append(ConsentTypes.PARTNER, partner);
        }
        return template.exists(new BasicQuery(yes), CONSENT.collection());
    }

    /** As {@link Consent#isInForce}, asked of the database: what else there is does not hide it. */
    static Document inForce(LocalDate today) {
        return new Document(ConsentTypes.STATE, ConsentTypes.GIVEN)
                .append(
                        "$or",
                        List.of(
                                new Document(VALID_UNTIL, null),
                                new Document(VALID_UNTIL, new Document("$gte", today.toString()))));
    }
}
