package org.homeward.beneficiary.household;

import org.homeward.contracts.beneficiary.AgeBand;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in a household.
 *
 * @param absence null for who is there
 */
public record Standing(
        Relation relation, boolean disability, boolean inSchool, @Nullable Absence absence) {

    /** The same, of who is another relative of the head. */
    Standing as(Relation other) {
        return new Standing(other, disability, inSchool, absence);
    }

    boolean isDependant(AgeBand age) {
        return absence == null && (disability || age == AgeBand.UNDER_18 || age == AgeBand.FROM_60);
    }

    boolean isSupporter(AgeBand age) {
        return absence == null ? !isDependant(age) : absence.kind() == Absence.Kind.SENDS_MONEY;
    }
}
