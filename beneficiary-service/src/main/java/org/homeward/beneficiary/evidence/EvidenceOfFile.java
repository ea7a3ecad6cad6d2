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

/** Scans and photographs of her; that there were some stays, by their hashes. */
@Component
class EvidenceOfFile implements PartOfFile {

    private final Aggregates aggregates;
    private final Contents contents;

    EvidenceOfFile(Aggregates aggregates, Contents contents) {
        this.aggregates = aggregates;
        this.contents = contents;
    }

    /** That there is one; she is given the scan itself beside. */
    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return RecordsOf.person(person, EVIDENCE, EvidenceTypes.BENEFICIARY, aggregates).stream()
                .map(
                        evidence ->
                                Told.of("EVIDENCE")
                                        .and("shows", evidence.kind())
                                        .and(
                                                "day",
                                                LocalDate.ofInstant(
                                                        evidence.addedAt(), ProgrammeClock.ZONE))
                                        .and("id", evidence.id()))
                .toList();
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
