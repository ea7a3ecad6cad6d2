package org.homeward.grant.people;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;

/** A yes or no of hers is told by it: so she is told who asked. */
@UseCase(
        "Tell whether an application can be written for somebody, for a purpose that is written down first")
class TellEligibility {

    private final People people;
    private final AccessLog accessLog;

    TellEligibility(People people, AccessLog accessLog) {
        this.people = people;
        this.accessLog = accessLog;
    }

    /** Of who is not known within this scope nothing is told, and nothing recorded. */
    Eligibility tell(UUID beneficiary, Purpose purpose, Actor actor, Scope scope) {
        var eligibility = people.eligibility(beneficiary, scope);
        if (eligibility.known()) {
            accessLog.record(actor, purpose, "eligibility", List.of(beneficiary));
        }
        return eligibility;
    }
}
