package org.homeward.beneficiary.selection;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody who is eligible, with all that decides her rank.
 *
 * @param pseudonym random, of this round alone: what an auditor sees instead of the person
 * @param dimensions points in the card's order
 * @param dependency of her household, as {@link HouseholdDependency} defines it; asked only of who
 *     is equal in points and dimensions with another, {@link HouseholdDependency#ALONE} of others
 */
record Candidate(
        UUID pseudonym, UUID beneficiary, int points, List<Integer> dimensions, int dependency) {

    Candidate {
        dimensions = List.copyOf(dimensions);
    }

    Candidate with(int householdDependency) {
        return new Candidate(pseudonym, beneficiary, points, dimensions, householdDependency);
    }

    /** As it goes into the hash of the frozen input; nothing of it says who she is. */
    String line() {
        return pseudonym
                + ";"
                + points
                + ";"
                + dimensions.stream().map(String::valueOf).collect(Collectors.joining(","))
                + ";"
                + dependency;
    }
}
