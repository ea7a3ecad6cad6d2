package org.homeward.beneficiary.selection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceController {

    private final ReadPlaces read;
    private final DropOut dropOut;

    PlaceController(ReadPlaces read, DropOut dropOut) {
        this.read = read;
        this.dropOut = dropOut;
    }

    static String path(UUID id) {
        return "/api/v1/places/" + id;
    }

    @GetMapping("/api/v1/beneficiaries/{beneficiary}/places")
    Page<PlaceView> list(
            @PathVariable UUID beneficiary,
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose("case-management") Purpose purpose) {
        var held = read.list(beneficiary, actor, scope, page, purpose);
        return held.places().map(place -> PlaceView.of(place, held.closed()));
    }

    @PostMapping("/api/v1/places/{id}/drop-out")
    ResponseEntity<Receipt> dropOut(
            @PathVariable UUID id, @RequestBody @Valid DropOutBody body, Call call) {
        return Answers.of(dropOut.dropOut(id, body.reason(), call));
    }

    /** Why she leaves; kept for the case, told to nobody else. */
    record DropOutBody(@NotBlank @Size(max = 2_000) String reason) {}

    /**
     * A place as it is read.
     *
     * @param rank null while her consent to case management is missing
     */
    record PlaceView(
            UUID id,
            long version,
            UUID round,
            String programme,
            String state,
            @Nullable Integer rank) {

        static PlaceView of(Stored<Place> stored, boolean closed) {
            var seat = stored.state().seat();
            return new PlaceView(
                    stored.id(),
                    stored.version(),
                    seat.round(),
                    seat.programme(),
                    stored.state().state(),
                    closed ? null : seat.rank());
        }
    }
}
