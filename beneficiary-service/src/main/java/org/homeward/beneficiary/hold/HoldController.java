package org.homeward.beneficiary.hold;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HoldController {

    private final PlaceHold holds;
    private final ProgrammeClock clock;

    HoldController(PlaceHold holds, ProgrammeClock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    static String path(UUID id) {
        return "/api/v1/legal-holds/" + id;
    }

    @PostMapping("/api/v1/programmes/{code}/legal-holds")
    ResponseEntity<Receipt> place(
            @PathVariable String code, @RequestBody @Valid HoldBody body, Call call) {
        return Answers.of(holds.place(code, body, call));
    }

    @GetMapping("/api/v1/programmes/{code}/legal-holds")
    Page<HoldView> list(@PathVariable String code, Scope scope, PageRequest page) {
        return holds.list(code, scope, page).map(this::view);
    }

    @GetMapping("/api/v1/legal-holds/{id}")
    ResponseEntity<HoldView> read(@PathVariable UUID id, Scope scope) {
        var hold = holds.read(id, scope);
        return Answers.read(hold, view(hold));
    }

    @PostMapping("/api/v1/legal-holds/{id}/lifting")
    ResponseEntity<Receipt> lift(@PathVariable UUID id, Call call) {
        return Answers.of(holds.lift(id, call));
    }

    private HoldView view(Stored<LegalHold> hold) {
        var terms = hold.state().terms();
        return new HoldView(
                hold.id(),
                hold.version(),
                hold.state().state(),
                hold.state().holds(clock.today()),
                terms.programme(),
                terms.reason(),
                terms.until());
    }

    /**
     * Why to keep the files of a programme's people.
     *
     * @param id made by the client, or null
     * @param until last day, within ten years
     */
    record HoldBody(
            @Nullable @RandomId UUID id,
            @NotNull LegalHold.Reason reason,
            @NotNull LocalDate until) {}

    /**
     * A hold as it is read.
     *
     * @param inForce whether something is kept by it today
     */
    record HoldView(
            UUID id,
            long version,
            String state,
            boolean inForce,
            String programme,
            LegalHold.Reason reason,
            LocalDate until) {}
}
