package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.grant.people.PersonErased;
import org.homeward.grant.people.Ties;
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

    /** Reads those of her own organisation, whatever else she is. */
    static final String CASE_WORKER = "case-worker";

    /** Roles that read applications for another reason than to vote on them. */
    private static final Set<String> DUTIES =
            Set.of(MANAGER, OFFICER, CASE_WORKER, "monitoring-officer");

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
        var found =
                known.filter(one -> isShownTo(actor, duties, one.state(), ties))
                        .orElseThrow(NotFound::new);
        if (!found.state().proposal().plan().isReadable()) {
            throw new PersonErased();
        }
        var beneficiary = found.state().applicant().beneficiary();
        people.requireConsent(beneficiary);
        accessLog.record(actor, purpose, found.type().name(), List.of(id, beneficiary));
        return found;
    }

    /** Also in a list. */
    static boolean isShownTo(Actor actor, Application application, Ties ties) {
        return isShownTo(actor, DUTIES, application, ties);
    }

    private static boolean isShownTo(
            Actor actor, Set<String> duties, Application application, Ties ties) {
        var asMember = duties.stream().noneMatch(duty -> reaches(actor, duty, application));
        return !application.isHiddenFrom(Voter.of(actor), asMember, ties);
    }

    /** The scope is as wide as the widest of her roles, which another role of hers is not. */
    private static boolean reaches(Actor actor, String duty, Application application) {
        return actor.has(duty)
                && (!duty.equals(CASE_WORKER)
                        || actor.organisation().equals(application.applicant().organisation()));
    }

    /** Whether she reads those of all organisations, for another reason than to vote on them. */
    static boolean readsAll(Actor actor) {
        return DUTIES.stream().anyMatch(duty -> actor.has(duty) && !duty.equals(CASE_WORKER));
    }
}
