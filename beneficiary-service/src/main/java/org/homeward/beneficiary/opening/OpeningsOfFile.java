package org.homeward.beneficiary.opening;

import static org.homeward.beneficiary.opening.OpeningTypes.OPENING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.security.Actor;
import org.springframework.stereotype.Component;

/**
 * Why her file was opened out of scope, and what was found of it: both may tell of her. That it was
 * opened, and by whom, stays. Who opened it does not destroy that before it was reviewed.
 */
@Component
class OpeningsOfFile implements PartOfFile {

    /** Nothing: no case-worker may read it. That her file was read is told with all readings. */
    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return List.of();
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        RecordsOf.person(person, OPENING, OpeningTypes.BENEFICIARY, change)
                .forEach(change::destroyKey);
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(OPENING, new Document(OpeningTypes.BENEFICIARY, person));
    }
}
