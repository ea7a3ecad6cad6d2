package org.homeward.beneficiary.household;

import java.util.List;
import java.util.UUID;
import org.homeward.contracts.beneficiary.AgeBand;
import org.jspecify.annotations.Nullable;

/**
 * One of a household as it is read, a beneficiary or not.
 *
 * @param person null for a beneficiary: who that is stands in the file, for who may read it
 * @param standing null for a beneficiary where what was known of the household was destroyed
 */
record Member(
        UUID id, PlainMember.@Nullable Person person, @Nullable Standing standing, AgeBand age) {

    boolean hasDisability() {
        return standing != null && standing.disability();
    }

    boolean isInSchool() {
        return standing != null && standing.inSchool();
    }

    private boolean isDependant() {
        return standing != null && standing.isDependant(age);
    }

    private boolean isSupporter() {
        return standing != null && standing.isSupporter(age);
    }

    static DependencyRatio ratio(List<Member> members) {
        return new DependencyRatio(
                (int) members.stream().filter(Member::isDependant).count(),
                (int) members.stream().filter(Member::isSupporter).count());
    }
}
