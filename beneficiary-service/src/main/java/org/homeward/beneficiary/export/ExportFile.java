package org.homeward.beneficiary.export;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.export.ExportView;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

@UseCase("Tell a person what her file holds, for her to read and to take elsewhere")
class ExportFile {

    private final Aggregates aggregates;
    private final List<PartOfFile> parts;
    private final Labels labels;
    private final AccessLog accessLog;
    private final ProgrammeClock clock;

    ExportFile(
            Aggregates aggregates,
            List<PartOfFile> parts,
            Labels labels,
            AccessLog accessLog,
            ProgrammeClock clock) {
        this.aggregates = aggregates;
        this.parts = List.copyOf(parts);
        this.labels = labels;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Recorded as a read of her file before anything is read.
     *
     * @throws NotFound when she is out of scope
     * @throws StateConflict when she was erased
     */
    ExportView export(UUID person, Language language, Actor actor, Scope scope, Purpose purpose) {
        var file =
                aggregates
                        .find(BENEFICIARY, person, scope)
                        .orElseThrow(NotFound::new)
                        .state()
                        .registered();
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(person));
        var told =
                parts.stream()
                        .flatMap(part -> part.tell(person, actor, language.tag()).stream())
                        .toList();
        return ExportView.of(
                language, clock.today(), withheld(file, language, actor), told, labels);
    }

    /**
     * Said to every worker who has not the case, whether there are such referrals or not: so it
     * tells nobody that there are.
     */
    private @Nullable String withheld(Beneficiary.Registered file, Language language, Actor actor) {
        return file.ownership().isWith(actor) ? null : labels.of(language, "page.withheld");
    }
}
