package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.grant.people.PersonErased;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;

@UseCase(
        "Read an application with its plan, for a purpose that is written down first; of the committee only who may vote on it reads it")
class ReadApplication {

    private static final String MANAGER = "programme-manager";
    private static final String OFFICER = "grant-officer";

    /** Roles that read applications for another reason than to vote on them. */
    static final Set<String> DUTIES = Set.of(MANAGER, OFFICER, "case-worker", "monitoring-officer");

    private final Aggregates aggregates;
    private final People people;
    private final AccessLog accessLog;

    ReadApplication(Aggregates aggregates, People people, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.people = people;
        this.accessLog = accessLog;
    }

    Stored<Application> read(UUID id, Purpose purpose, Actor actor, Scope scope) {
        return read(id, purpose, actor, scope, DUTIES);
    }

    Stored<Application> readSubmissions(UUID id, Purpose purpose, Actor actor, Scope scope) {
        return read(id, purpose, actor, scope, Set.of(MANAGER, OFFICER));
    }

    Stored<Application> readReview(UUID id, Purpose purpose, Actor actor, Scope scope) {
        return read(id, purpose, actor, scope, Set.of(MANAGER));
    }

    /**
     * As many queries for what does not exist as for what is kept from the reader. Whose person
     * does not agree to work on her case is read by nobody.
     *
     * @throws PersonErased when no word of it can be read any more
     * @param duties roles that read it for another reason than to vote
     */
    private Stored<Application> read(
            UUID id, Purpose purpose, Actor actor, Scope scope, Set<String> duties) {
        var known = aggregates.find(Applications.APPLICATIONS, id, scope);
        var ties =
                people.ties(known.map(found -> found.state().applicant().beneficiary()).orElse(id));
        var asMember = duties.stream().noneMatch(actor::has);
        var found =
                known.filter(one -> !one.state().isHiddenFrom(Voter.of(actor), asMember, ties))
                        .orElseThrow(NotFound::new);
        if (!found.state().proposal().plan().isReadable()) {
            throw new PersonErased();
        }
        var beneficiary = found.state().applicant().beneficiary();
        people.requireConsent(beneficiary);
        accessLog.record(actor, purpose, found.type().name(), List.of(id, beneficiary));
        return found;
    }
}
