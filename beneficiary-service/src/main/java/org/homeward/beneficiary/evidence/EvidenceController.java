package org.homeward.beneficiary.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import org.homeward.kit.web.RandomId;
import org.homeward.kit.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EvidenceController {

    /** Four mebibytes in base64. */
    private static final int LONGEST = 4 * 1024 * 1024 / 3 * 4 + 4;

    private final AddEvidence add;
    private final VoidEvidence voiding;
    private final ReadEvidence read;

    EvidenceController(AddEvidence add, VoidEvidence voiding, ReadEvidence read) {
        this.add = add;
        this.voiding = voiding;
        this.read = read;
    }

    static String path(UUID id) {
        return "/api/v1/evidence/" + id + "/content";
    }

    @PostMapping("/api/v1/beneficiaries/{beneficiary}/evidence")
    ResponseEntity<Receipt> add(
            @PathVariable UUID beneficiary, @RequestBody @Valid EvidenceBody body, Call call) {
        return Answers.of(add.add(beneficiary, body, call));
    }

    @GetMapping("/api/v1/beneficiaries/{beneficiary}/evidence")
    Page<EvidenceView> list(
            @PathVariable UUID beneficiary,
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose({"case-management", "disclosure-review"}) Purpose purpose) {
        return read.list(beneficiary, actor, scope, page, purpose).map(EvidenceView::of);
    }

    @PostMapping("/api/v1/evidence/{id}/voiding")
    ResponseEntity<Receipt> voidIt(
            @PathVariable UUID id, @RequestBody @Valid VoidEvidenceBody body, Call call) {
        return Answers.of(voiding.voidIt(id, body.reason(), call));
    }

    /** A file to keep, never a page to show: a browser must not run what is in it. */
    @GetMapping(
            value = "/api/v1/evidence/{id}/content",
            produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Refuses("410")
    ResponseEntity<byte[]> content(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({"case-management", "disclosure-review"}) Purpose purpose) {
        var opened = read.open(id, actor, scope, purpose);
        var format = opened.facts().format();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + "." + format.extension())
                                .build()
                                .toString())
                .body(opened.content());
    }

    /**
     * Evidence to keep.
     *
     * @param id made by the client, or null
     * @param content of a JPEG or PNG in base64; it is made anew without its metadata
     */
    record EvidenceBody(
            @Nullable @RandomId UUID id,
            @NotNull Evidence.Kind kind,
            @NotNull @Size(max = LONGEST) String content) {}

    /**
     * What is wrong with it.
     *
     * @param reason any but BROUGHT_BACK
     */
    record VoidEvidenceBody(@NotNull Evidence.Reason reason) {}

    /**
     * Evidence without its content.
     *
     * @param state KEPT, or VOIDED when its content was destroyed
     * @param reason why it was voided; else null
     */
    record EvidenceView(
            UUID id,
            long version,
            String state,
            Evidence.@Nullable Reason reason,
            UUID beneficiary,
            Evidence.Kind kind,
            String mediaType,
            String hash,
            int bytes,
            String addedBy,
            Instant addedAt) {

        static EvidenceView of(Stored<Evidence> stored) {
            var evidence = stored.state().facts();
            return new EvidenceView(
                    evidence.id(),
                    stored.version(),
                    stored.state().state(),
                    stored.state() instanceof Evidence.Voided voided ? voided.reason() : null,
                    evidence.beneficiary(),
                    evidence.kind(),
                    evidence.format().mediaType(),
                    evidence.hash(),
                    evidence.bytes(),
                    evidence.addedBy(),
                    evidence.addedAt());
        }
    }
}
