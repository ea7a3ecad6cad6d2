package org.homeward.beneficiary.selection;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many a person's household has to feed, as whoever knows households tells it. */
@FunctionalInterface
public interface HouseholdDependency {

    /** Of who lives in no household that is known: as if alone, on her own work. */
    int ALONE = 0;

    /** Where nobody earns: above whatever a household with an earner can come to. */
    int NOBODY_EARNS = 1_000_000;

    /**
     * @return dependants for a thousand members who earn, or {@link #NOBODY_EARNS}, for each of
     *     these people whose household is known; the others live in none
     * @throws org.homeward.kit.web.Problem that names those who live in one of which a part can't
     *     be read: they are not alone
     */
    Map<UUID, Integer> perThousandEarners(Collection<UUID> beneficiaries);
}
