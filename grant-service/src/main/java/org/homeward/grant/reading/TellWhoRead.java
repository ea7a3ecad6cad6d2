package org.homeward.grant.reading;

import java.util.List;
import java.util.UUID;
import org.homeward.grant.application.ApplicationsOfPerson;
import org.homeward.grant.people.People;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.audit.Reading;
import org.homeward.kit.audit.Trail;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/**
 * Each reading of her applications and grants, in a list too, of what visits found, of the money
 * that moved for her and of whether one could apply for her: when, by which roles of which
 * organisation, for what purpose; each is recorded under her id, beside the record's if there is
 * one. Which of the staff it was is not told: that is for an auditor to follow.
 */
@UseCase("Tell a person who read what she applied for and was granted")
class TellWhoRead {

    private final People people;
    private final ApplicationsOfPerson applications;
    private final Trail trail;
    private final AccessLog accessLog;

    TellWhoRead(
            People people, ApplicationsOfPerson applications, Trail trail, AccessLog accessLog) {
        this.people = people;
        this.applications = applications;
        this.trail = trail;
        this.accessLog = accessLog;
    }

    /**
     * That it was asked is recorded, and told when it is asked again. Who was erased is found by
     * her applications.
     *
     * @throws NotFound when she is not known here within this scope
     */
    Page<Reading> tell(
            UUID beneficiary, Actor officer, Scope scope, PageRequest page, Purpose purpose) {
        if (!people.isKnown(beneficiary, scope) && !applications.areWithin(beneficiary, scope)) {
            throw new NotFound();
        }
        var readings = trail.readings(beneficiary, page);
        accessLog.record(officer, purpose, "readings", List.of(beneficiary));
        return readings;
    }
}
