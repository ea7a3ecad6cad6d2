package org.homeward.beneficiary.household;

import java.util.List;
import java.util.UUID;
import org.homeward.contracts.beneficiary.AgeBand;
import org.jspecify.annotations.Nullable;

/**
 * One of a household as it is read, a beneficiary or not.
 *
 * @param person null for a beneficiary: who that is stands in the file, for who may read it
 */
record Member(UUID id, PlainMember.@Nullable Person person, Standing standing, AgeBand age) {

    static DependencyRatio ratio(List<Member> members) {
        return new DependencyRatio(
                (int) members.stream().filter(one -> one.standing.isDependant(one.age)).count(),
                (int) members.stream().filter(one -> one.standing.isSupporter(one.age)).count());
    }
}
