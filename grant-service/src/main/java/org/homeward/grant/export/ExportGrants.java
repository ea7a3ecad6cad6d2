package org.homeward.grant.export;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.grant.application.ApplicationsOfPerson;
import org.homeward.grant.inkind.GrantsOfPerson;
import org.homeward.grant.people.People;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.export.ExportView;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;

/** Also to who agrees to nothing any more: it is hers. */
@UseCase("Tell a person what was written of her for grants, for her to read and to take elsewhere")
class ExportGrants {

    private final People people;
    private final ApplicationsOfPerson applications;
    private final GrantsOfPerson grants;
    private final Labels labels;
    private final AccessLog accessLog;
    private final ProgrammeClock clock;

    ExportGrants(
            People people,
            ApplicationsOfPerson applications,
            GrantsOfPerson grants,
            Labels labels,
            AccessLog accessLog,
            ProgrammeClock clock) {
        this.people = people;
        this.applications = applications;
        this.grants = grants;
        this.labels = labels;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Recorded as a read of her before anything is read. Of whom nothing was written there are no
     * records in it.
     *
     * @throws NotFound when she is not known here within this scope
     * @throws StateConflict when she was erased
     */
    ExportView export(UUID person, Language language, Actor actor, Scope scope, Purpose purpose) {
        requireThere(person, scope);
        accessLog.record(actor, purpose, "person", List.of(person));
        var told =
                Stream.concat(applications.tell(person).stream(), grants.tell(person).stream())
                        .toList();
        return ExportView.of(language, clock.today(), null, told, labels);
    }

    /** Where who was erased had lived is known by her applications alone. */
    private void requireThere(UUID person, Scope scope) {
        if (people.isKnown(person, scope)) {
            return;
        }
        if (applications.areWithin(person, scope) && people.isErased(person)) {
            throw new StateConflict("ERASED");
        }
        throw new NotFound();
    }
}
