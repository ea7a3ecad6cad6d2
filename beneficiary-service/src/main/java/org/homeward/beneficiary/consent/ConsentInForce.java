package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;

import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a person agrees to something today, for the features that need it. Asked beside the
 * change of a command, not in it: the change sees the database as it was when it began.
 */
@Component
public final class ConsentInForce {

    private static final PageRequest ALL = new PageRequest(100, null);

    private final Aggregates aggregates;
    private final ProgrammeClock clock;

    ConsentInForce(Aggregates aggregates, ProgrammeClock clock) {
        this.aggregates = aggregates;
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
        var filter =
                new Document("state.request.beneficiary", beneficiary)
                        .append("state.request.purpose", purpose.name());
        if (partner != null) {
            filter.append("state.request.partner", partner);
        }
        var today = clock.today();
        return aggregates.list(CONSENT, filter, Scope.everything(), ALL).items().stream()
                .anyMatch(consent -> consent.state().isInForce(today));
    }
}
