package org.homeward.beneficiary.evidence;

import static org.homeward.beneficiary.evidence.EvidenceTypes.EVIDENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.security.Actor;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.stereotype.Component;

/**
 * Scans and photographs of her; that there were some stays, by their hashes. Without her key none
 * of them opens, so their own are left.
 */
@Component
class EvidenceOfFile implements PartOfFile {

    private final Aggregates aggregates;
    private final Contents contents;

    EvidenceOfFile(Aggregates aggregates, Contents contents) {
        this.aggregates = aggregates;
        this.contents = contents;
    }

    /** That there is one, or was; she is given the scan itself beside. */
    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return RecordsOf.person(person, EVIDENCE, EvidenceTypes.BENEFICIARY, aggregates).stream()
                .map(EvidenceOfFile::tell)
                .toList();
    }

    private static Told tell(Evidence evidence) {
        var facts = evidence.facts();
        return Told.of("EVIDENCE")
                .and("shows", facts.kind())
                .and("state", evidence.state())
                .and("day", LocalDate.ofInstant(facts.addedAt(), ProgrammeClock.ZONE))
                .and("id", facts.id());
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        contents.remove(person, change);
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(EVIDENCE, new Document(EvidenceTypes.BENEFICIARY, person));
    }
}
