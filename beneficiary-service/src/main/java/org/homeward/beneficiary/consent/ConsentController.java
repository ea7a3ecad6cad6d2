package org.homeward.beneficiary.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
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
class ConsentController {

    private final AskForConsent ask;
    private final AnswerConsent answer;
    private final ReadConsent read;
    private final ProgrammeClock clock;

    ConsentController(
            AskForConsent ask, AnswerConsent answer, ReadConsent read, ProgrammeClock clock) {
        this.ask = ask;
        this.answer = answer;
        this.read = read;
        this.clock = clock;
    }

    @PostMapping("/api/v1/beneficiaries/{beneficiary}/consents")
    ResponseEntity<Receipt> ask(
            @PathVariable UUID beneficiary, @RequestBody @Valid AskBody body, Call call) {
        return Answers.of(ask.ask(beneficiary, body, call));
    }

    @GetMapping("/api/v1/beneficiaries/{beneficiary}/consents")
    Page<ConsentView> list(
            @PathVariable UUID beneficiary,
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose({"case-management", "disclosure-review", "data-protection"})
                    Purpose purpose) {
        return read.list(beneficiary, actor, scope, page, purpose).map(this::view);
    }

    @GetMapping("/api/v1/consents/{id}")
    ResponseEntity<ConsentView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({"case-management", "disclosure-review", "data-protection"})
                    Purpose purpose) {
        var seen = read.read(id, actor, scope, purpose);
        return Answers.read(seen.consent(), view(seen));
    }

    @PostMapping("/api/v1/consents/{id}/agreement")
    ResponseEntity<Receipt> give(
            @PathVariable UUID id, @RequestBody @Valid GiveBody body, Call call) {
        return Answers.of(answer.give(id, body, call));
    }

    @PostMapping("/api/v1/consents/{id}/refusal")
    ResponseEntity<Receipt> refuse(@PathVariable UUID id, Call call) {
        return Answers.of(answer.refuse(id, call));
    }

    @PostMapping("/api/v1/consents/{id}/withdrawal")
    ResponseEntity<Receipt> withdraw(@PathVariable UUID id, Call call) {
        return Answers.of(answer.withdraw(id, call));
    }

    private ConsentView view(ReadConsent.Seen seen) {
        var consent = seen.consent();
        var state = consent.state();
        var given = state instanceof Consent.Given g ? g : null;
        return new ConsentView(
                consent.id(),
                consent.version(),
                state.request().beneficiary(),
                state.request().purpose(),
                seen.namesPartner() ? state.request().partner() : null,
                state.state(),
                state.isInForce(clock.today()),
                given == null ? null : given.validUntil(),
                given == null ? null : given.textHash());
    }

    /**
     * What to ask for.
     *
     * @param id made by the client, or null
     * @param partner code of the organisation to share with; for SHARING_WITH_PARTNER only
     * @param language in which it is explained
     * @param textVersion of the form that is read out
     */
    record AskBody(
            @Nullable @RandomId UUID id,
            @NotNull ConsentPurpose purpose,
            @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{1,29}") String partner,
            @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,7}") String language,
            @NotNull @Pattern(regexp = "[A-Za-z0-9.-]{1,40}") String textVersion) {}

    /**
     * A yes.
     *
     * @param way in which she said it; a thumbprint is recorded by another than who asked
     * @param evidence SHA-256 of the scan or recording
     * @param evidenceItem id of the evidence, where the scan is kept here; it has that hash
     * @param textHash as the story tells it, for neither text nor picture gives it away: that of
     *     the final text, for STORY_PUBLICATION; that of the picture which the person was shown,
     *     for PHOTOGRAPH; for nothing else
     * @param validUntil last day, or null for no end
     */
    record GiveBody(
            @NotNull Proof.Way way,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidence,
            @Nullable UUID evidenceItem,
            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String textHash,
            @Nullable LocalDate validUntil) {}

    /**
     * A consent as it is read.
     *
     * @param partner code of the organisation to share with, for who asked or has the case, who is
     *     cleared for protection, and data-protection-officers; else null
     */
    record ConsentView(
            UUID id,
            long version,
            UUID beneficiary,
            ConsentPurpose purpose,
            @Nullable String partner,
            String state,
            boolean inForce,
            @Nullable LocalDate validUntil,
            @Nullable String textHash) {}
}
