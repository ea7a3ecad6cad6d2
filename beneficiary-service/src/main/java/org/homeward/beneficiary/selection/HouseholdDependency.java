package org.homeward.beneficiary.selection;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many a person's household has to feed, as whoever knows households tells it. */
@FunctionalInterface
public interface HouseholdDependency {

    /** Of nobody anything is known. */
    HouseholdDependency UNKNOWN = _ -> Map.of();

    /**
     * @return dependants for a thousand members who earn, for each of these people whose household
     *     is known; the others are missing
     */
    Map<UUID, Integer> perThousandEarners(Collection<UUID> beneficiaries);
}
