package org.homeward.beneficiary.household;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.web.Problem;

/** Somebody lives in a household of which a part that it names was destroyed or does not open. */
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
                "What is known of the households of these people can't be read: it was destroyed, as"
                        + " after an old back-up, or its key is broken, which the operators know of."
                        + " Nobody is ranked as if she lived alone. Record them anew, or have the"
                        + " keys brought back, then freeze.",
                Map.of(
                        "beneficiaries",
                        beneficiaries.stream().map(UUID::toString).sorted().toList()));
    }
}
