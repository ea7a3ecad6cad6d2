package org.homeward.grant.people;

import java.util.UUID;
import org.homeward.kit.security.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /** Staff apps wait for this after a registration and a consent. */
    @GetMapping("/api/v1/people/{id}/eligibility")
    Eligibility eligibility(@PathVariable UUID id, Scope scope) {
        return people.eligibility(id, scope);
    }
}
