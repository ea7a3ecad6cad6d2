package org.homeward.beneficiary.household;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.web.Problem;

/** Somebody lives in a household of which a part was destroyed that it still names. */
final class HouseholdUnreadable extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param beneficiaries whose household it is, of a thousand who are ranked
     */
    HouseholdUnreadable(Collection<UUID> beneficiaries) {
        super(
                409,
                "household-unreadable",
                "A household can't be read",
                "What was known of the households of these people is destroyed, as after an old"
                        + " back-up: nobody is ranked as if she lived alone. Record them anew, then"
                        + " freeze.",
                Map.of(
                        "beneficiaries",
                        beneficiaries.stream().map(UUID::toString).sorted().toList()));
    }
}
