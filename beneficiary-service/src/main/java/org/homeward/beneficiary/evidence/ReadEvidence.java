package org.homeward.beneficiary.evidence;

import static org.homeward.beneficiary.evidence.EvidenceTypes.EVIDENCE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/** Who may read her file may read what proves it; a content is recorded as read by its own id. */
@UseCase("Read the evidence about a person, for a stated purpose")
class ReadEvidence {

    private final Aggregates aggregates;
    private final Contents contents;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;

    ReadEvidence(
            Aggregates aggregates,
            Contents contents,
            ClosedFiles closedFiles,
            AccessLog accessLog) {
        this.aggregates = aggregates;
        this.contents = contents;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
    }

    /** An item with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Opened(Evidence.Facts facts, byte[] content) {}

    /**
     * @throws NotFound after as many queries for one that does not exist as for one out of scope,
     *     and when the person was erased
     * @throws EvidenceVoided when it was voided: that is no read
     */
    Opened open(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var found = aggregates.find(EVIDENCE, id, Scope.everything()).map(Stored::state);
        var person = found.map(Evidence::facts).map(Evidence.Facts::beneficiary).orElse(id);
        requireFile(person, actor, scope, purpose);
        var facts =
                switch (found.orElseThrow(NotFound::new)) {
                    case Evidence.Kept kept -> kept.facts();
                    case Evidence.Voided _ -> throw new EvidenceVoided();
                };
        accessLog.record(actor, purpose, EVIDENCE.name(), List.of(person, id));
        return new Opened(facts, contents.read(facts));
    }

    /** What there is, without a content. */
    Page<Stored<Evidence>> list(
            UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        requireFile(beneficiary, actor, scope, purpose);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(beneficiary));
        return aggregates.list(
                EVIDENCE,
                new Document(EvidenceTypes.BENEFICIARY, beneficiary),
                Scope.everything(),
                page);
    }

    /**
     * A protection-officer looks through what a story would disclose whatever the person agreed to
     * otherwise: it protects her. The purpose alone opens nothing, for others state it as well.
     */
    private void requireFile(UUID beneficiary, Actor actor, Scope scope, Purpose purpose) {
        if (aggregates
                .find(BENEFICIARY, beneficiary, scope)
                .filter(file -> file.state().readable().isPresent())
                .isEmpty()) {
            throw new NotFound();
        }
        if (!purpose.code().equals("disclosure-review") || !actor.has("protection-officer")) {
            closedFiles.check(beneficiary);
        }
    }
}
