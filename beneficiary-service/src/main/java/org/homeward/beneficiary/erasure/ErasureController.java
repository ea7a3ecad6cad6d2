package org.homeward.beneficiary.erasure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.RandomId;
import org.homeward.kit.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureController {

    private final AskForErasure ask;
    private final DecideErasure decide;
    private final ReadErasure read;
    private final Certifier certifier;

    ErasureController(
            AskForErasure ask, DecideErasure decide, ReadErasure read, Certifier certifier) {
        this.ask = ask;
        this.decide = decide;
        this.read = read;
        this.certifier = certifier;
    }

    static String path(UUID id) {
        return "/api/v1/erasures/" + id;
    }

    @PostMapping("/api/v1/beneficiaries/{beneficiary}/erasures")
    ResponseEntity<Receipt> ask(
            @PathVariable UUID beneficiary, @RequestBody @Valid ErasureBody body, Call call) {
        return Answers.of(ask.ask(beneficiary, body, call));
    }

    @GetMapping("/api/v1/erasures")
    Page<ErasureView> list(Scope scope, PageRequest page) {
        return read.list(scope, page).map(ErasureView::of);
    }

    @GetMapping("/api/v1/erasures/{id}")
    ResponseEntity<ErasureView> read(@PathVariable UUID id, Scope scope) {
        var erasure = read.read(id, scope);
        return Answers.read(erasure, ErasureView.of(erasure));
    }

    /** Destroys all that is kept of her; nobody takes it back. */
    @PostMapping("/api/v1/erasures/{id}/execution")
    ResponseEntity<Receipt> order(@PathVariable UUID id, Call call) {
        return Answers.of(decide.order(id, call));
    }

    @PostMapping("/api/v1/erasures/{id}/refusal")
    ResponseEntity<Receipt> refuse(
            @PathVariable UUID id, @RequestBody @Valid RefuseBody body, Call call) {
        return Answers.of(decide.refuse(id, body.reason(), call));
    }

    @GetMapping("/api/v1/erasures/{id}/certificate")
    @Refuses("409")
    CertificateView certificate(@PathVariable UUID id, Scope scope) {
        return CertificateView.of(read.certificate(id, scope));
    }

    /** For everybody: by it a certificate is checked without us. */
    @GetMapping("/api/v1/certificate-key")
    KeyView key() {
        return new KeyView("Ed25519", certifier.pem(), certifier.fingerprint());
    }

    /**
     * Why somebody is to be erased.
     *
     * @param id made by the client, or null
     * @param reason any but RETENTION_ENDED and BROUGHT_BACK
     */
    record ErasureBody(@Nullable @RandomId UUID id, @NotNull Erasure.Reason reason) {}

    /** Why she is not. */
    record RefuseBody(@NotNull Erasure.Refusal reason) {}

    /**
     * An erasure as it is read.
     *
     * @param refused why nothing is erased; null unless it was refused
     * @param awaited who has not confirmed; empty unless it is under way
     */
    record ErasureView(
            UUID id,
            long version,
            String state,
            UUID beneficiary,
            Erasure.Reason reason,
            Instant askedAt,
            Erasure.@Nullable Refusal refused,
            List<Erasure.Elsewhere> awaited) {

        static ErasureView of(Stored<Erasure> stored) {
            var erasure = stored.state();
            return new ErasureView(
                    stored.id(),
                    stored.version(),
                    erasure.state(),
                    erasure.request().beneficiary(),
                    erasure.request().reason(),
                    erasure.request().at(),
                    erasure instanceof Erasure.Refused refused ? refused.reason() : null,
                    erasure instanceof Erasure.Ordered ordered
                            ? ordered.awaited().stream()
                                    .map(Erasure.Awaited::from)
                                    .distinct()
                                    .sorted()
                                    .toList()
                            : List.of());
        }
    }

    /**
     * A certificate.
     *
     * @param certificate JSON, exactly as it was signed
     * @param signature Ed25519 over its UTF-8 bytes, in base64
     * @param publicKey in PEM
     */
    record CertificateView(String certificate, String signature, String publicKey) {

        static CertificateView of(Certificate certificate) {
            return new CertificateView(
                    certificate.text(), certificate.signature(), certificate.publicKey());
        }
    }

    /**
     * @param publicKey in PEM
     * @param fingerprint SHA-256 of its X.509 form, in hexadecimal, as certificates name it
     */
    record KeyView(String algorithm, String publicKey, String fingerprint) {}
}
