package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import java.time.Instant;
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
import org.springframework.stereotype.Component;

/**
 * Why she left a selection. That somebody had a place stays, as a figure, and nothing is told of
 * it: beside what is told of her stories it would join the two.
 */
@Component
class PlacesOfFile implements PartOfFile {

    private final Aggregates aggregates;

    PlacesOfFile(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return RecordsOf.person(person, PLACE, SelectionTypes.SEAT_BENEFICIARY, aggregates).stream()
                .map(PlacesOfFile::tell)
                .toList();
    }

    private static Told tell(Place place) {
        return Told.of("PLACE")
                .and("programme", place.seat().programme())
                .and("state", place.state())
                .and("rank", place.seat().rank())
                .and("reason", place instanceof Place.Left left ? left.why() : null);
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        RecordsOf.person(person, PLACE, SelectionTypes.SEAT_BENEFICIARY, change)
                .forEach(change::destroyKey);
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(PLACE, new Document(SelectionTypes.SEAT_BENEFICIARY, person));
    }
}
