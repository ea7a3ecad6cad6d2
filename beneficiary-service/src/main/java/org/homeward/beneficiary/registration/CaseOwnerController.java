package org.homeward.beneficiary.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/beneficiaries/{id}/hand-over")
class CaseOwnerController {

    private final HandOverCase handOver;
    private final ReadBeneficiary read;

    CaseOwnerController(HandOverCase handOver, ReadBeneficiary read) {
        this.handOver = handOver;
        this.read = read;
    }

    /** Also for who may not read the file: as much as an offer needs. */
    @GetMapping
    ResponseEntity<CaseView> read(@PathVariable UUID id, Scope scope) {
        var file = read.ownership(id, scope);
        return Answers.read(file, CaseView.of(file));
    }

    @PostMapping
    ResponseEntity<Receipt> offer(
            @PathVariable UUID id, @RequestBody @Valid HandOverBody body, Call call) {
        return Answers.of(handOver.offer(id, body.to(), call));
    }

    @PostMapping("/acceptance")
    ResponseEntity<Receipt> accept(@PathVariable UUID id, Call call) {
        return Answers.of(handOver.accept(id, call));
    }

    @PostMapping("/refusal")
    ResponseEntity<Receipt> refuse(@PathVariable UUID id, Call call) {
        return Answers.of(handOver.refuse(id, call));
    }

    /**
     * Whom to offer a case to.
     *
     * @param to subject of a case-worker of the same organisation
     */
    record HandOverBody(@NotBlank @Size(max = 255) String to) {}

    /**
     * In whose hands a case is.
     *
     * @param version of the file
     * @param owner subject of the case-worker who answers for the case
     * @param offeredTo subject of whom it is offered to; null when it is not
     */
    record CaseView(UUID id, long version, String owner, @Nullable String offeredTo) {

        static CaseView of(Stored<Beneficiary> file) {
            var ownership = file.state().ownership();
            return new CaseView(
                    file.id(),
                    file.version(),
                    ownership.owner().subject(),
                    ownership instanceof Ownership.Offered offered ? offered.to() : null);
        }
    }
}
