package org.homeward.grant.people;

import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeopleController {

    private final TellEligibility tellEligibility;

    PeopleController(TellEligibility tellEligibility) {
        this.tellEligibility = tellEligibility;
    }

    /** Staff apps wait for this after a registration and a consent. */
    @GetMapping("/api/v1/people/{id}/eligibility")
    Eligibility eligibility(
            @PathVariable UUID id,
            @ForPurpose({"application-writing", "application-review"}) Purpose purpose,
            Actor actor,
            Scope scope) {
        return tellEligibility.tell(id, purpose, actor, scope);
    }
}
