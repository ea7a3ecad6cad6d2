package org.homeward.beneficiary.opening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.homeward.beneficiary.opening.Opening.Finding;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.PersonalData;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(OpeningController.PATH)
class OpeningController {

    static final String PATH = "/api/v1/file-openings";

    private final OpenFile open;
    private final ReviewOpening review;

    OpeningController(OpenFile open, ReviewOpening review) {
        this.open = open;
        this.review = review;
    }

    @PostMapping
    ResponseEntity<Receipt> open(@RequestBody @Valid OpenBody body, Call call) {
        return Answers.of(open.open(body, call));
    }

    @GetMapping("/{id}/file")
    ResponseEntity<FileView> file(
            @PathVariable UUID id, Actor actor, @ForPurpose("break-glass") Purpose purpose) {
        var file = open.read(id, actor, purpose);
        return Answers.read(file, FileView.of(file.state().registered()));
    }

    @GetMapping
    Page<OpeningLine> list(
            Scope scope,
            PageRequest page,
            @RequestParam(required = false) @Nullable Boolean reviewed) {
        return review.list(reviewed, scope, page).map(OpeningLine::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<OpeningView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose("break-glass-review") Purpose purpose) {
        var opening = review.read(id, actor, scope, purpose);
        return Answers.read(opening, OpeningView.of(opening));
    }

    @PostMapping("/{id}/review")
    ResponseEntity<Receipt> review(
            @PathVariable UUID id, @RequestBody @Valid ReviewBody body, Call call) {
        return Answers.of(review.review(id, body.finding(), body.note(), call));
    }

    /**
     * Whose file to open, and why. The person is named by her case number, or as she was found by
     * one's own search of the last fifteen minutes.
     *
     * @param id made by the client, or null
     * @param candidate reference of a candidate of that search
     * @param reason for who reviews it
     */
    record OpenBody(
            @Nullable @RandomId UUID id,
            @Nullable @Pattern(regexp = "[0-9]{2}-[0-9]{7}-[0-9]") String caseNumber,
            @Nullable UUID search,
            @Nullable UUID candidate,
            @NotBlank @Size(min = 20, max = 2_000) String reason) {}

    /**
     * What a protection-officer found.
     *
     * @param note why; kept with the opening, told to nobody else
     */
    record ReviewBody(@NotNull Finding finding, @NotBlank @Size(max = 2_000) String note) {}

    /** The file, as long as it is open. */
    record FileView(
            UUID id,
            String caseNumber,
            String organisation,
            String district,
            String owner,
            PersonalData person) {

        static FileView of(Beneficiary.Registered file) {
            return new FileView(
                    file.id(),
                    file.caseNumber(),
                    file.organisation(),
                    file.district(),
                    file.ownership().owner().subject(),
                    file.person().open());
        }
    }

    /**
     * An opening in a list: no reason.
     *
     * @param by subject of who opened the file
     */
    record OpeningLine(UUID id, long version, String state, String by, Instant at) {

        static OpeningLine of(Stored<Opening> stored) {
            var facts = stored.state().facts();
            return new OpeningLine(
                    stored.id(), stored.version(), stored.state().state(), facts.by(), facts.at());
        }
    }

    /**
     * An opening with its reason.
     *
     * @param by subject of who opened the file
     * @param until when it can be read at the latest
     * @param reason null once the person was erased
     * @param finding null until it was reviewed
     * @param note null until it was reviewed, and once the person was erased
     */
    record OpeningView(
            UUID id,
            long version,
            String state,
            UUID beneficiary,
            String by,
            Instant at,
            Instant until,
            @Nullable String reason,
            @Nullable Finding finding,
            @Nullable String note) {

        static OpeningView of(Stored<Opening> stored) {
            var facts = stored.state().facts();
            var reviewed = stored.state() instanceof Opening.Reviewed r ? r : null;
            return new OpeningView(
                    stored.id(),
                    stored.version(),
                    stored.state().state(),
                    facts.beneficiary(),
                    facts.by(),
                    facts.at(),
                    facts.until(),
                    readable(facts.reason()),
                    reviewed == null ? null : reviewed.finding(),
                    reviewed == null ? null : readable(reviewed.note()));
        }

        private static @Nullable String readable(Secret<String> words) {
            return words.isReadable() ? words.open() : null;
        }
    }
}
