package org.homeward.beneficiary.household;

import static org.homeward.beneficiary.household.HouseholdTypes.HOUSEHOLD;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Who may read her file may read with whom she lives; recorded as a read of all of them. By the
 * file of one who agrees, another whose own file is closed is shown by her id and her relation, and
 * nothing is counted: with two in a household the count would tell of her.
 */
@UseCase("Read with whom a person lives, for a stated purpose")
class ReadHousehold {

    private final Aggregates aggregates;
    private final Households households;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;
    private final ProgrammeClock clock;

    ReadHousehold(
            Aggregates aggregates,
            Households households,
            ClosedFiles closedFiles,
            AccessLog accessLog,
            ProgrammeClock clock) {
        this.aggregates = aggregates;
        this.households = households;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * A household with those who are in it.
     *
     * @param version of the household, which every change of its members raises
     * @param circumstances null when they were destroyed
     * @param closed those of the members whose own file is closed
     */
    record Found(
            UUID id,
            long version,
            @Nullable Circumstances circumstances,
            List<Member> members,
            Set<UUID> closed) {}

    Found read(UUID beneficiary, Actor actor, Scope scope, Purpose purpose) {
        if (aggregates.find(BENEFICIARY, beneficiary, scope).isEmpty()) {
            throw new NotFound();
        }
        closedFiles.check(beneficiary);
        var household = households.of(beneficiary).orElseThrow(NotFound::new);
        var kept = household.state().kept();
        accessLog.record(
                actor,
                purpose,
                HOUSEHOLD.name(),
                Stream.concat(kept.beneficiaries().stream(), kept.others().stream()).toList());
        var known = households.known(List.of(kept));
        return new Found(
                household.id(),
                household.version(),
                known.circumstances().get(kept.circumstances()),
                known.members(kept, clock.today()),
                closedFiles.among(kept.beneficiaries()));
    }
}
