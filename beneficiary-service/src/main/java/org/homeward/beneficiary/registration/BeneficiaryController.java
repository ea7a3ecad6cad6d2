package org.homeward.beneficiary.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.Legibility;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/beneficiaries")
class BeneficiaryController {

    private final RegisterBeneficiary register;
    private final CorrectBeneficiary correct;
    private final ReadBeneficiary read;

    BeneficiaryController(
            RegisterBeneficiary register, CorrectBeneficiary correct, ReadBeneficiary read) {
        this.register = register;
        this.correct = correct;
        this.read = read;
    }

    @PostMapping
    ResponseEntity<Receipt> register(@RequestBody @Valid RegisterBody body, Call call) {
        return Answers.of(register.register(body, call));
    }

    @PutMapping("/{id}")
    ResponseEntity<Receipt> correct(
            @PathVariable UUID id, @RequestBody @Valid CorrectBody body, Call call) {
        return Answers.of(correct.correct(id, body, call));
    }

    @GetMapping("/{id}")
    ResponseEntity<BeneficiaryView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({"case-management", "registration"}) Purpose purpose) {
        var file = read.read(id, actor, scope, purpose);
        return Answers.read(file, BeneficiaryView.of(file));
    }

    @GetMapping
    Page<BeneficiaryView> list(
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose({"case-management", "registration"}) Purpose purpose) {
        var listed = read.list(actor, scope, page, purpose);
        return listed.files().map(file -> BeneficiaryView.row(file, listed.closed()));
    }

    /**
     * Somebody to write down.
     *
     * @param id made by the client, or null
     * @param search made in the last fifteen minutes by the same worker
     * @param notTheSame references of candidates who are somebody else
     */
    record RegisterBody(
            @Nullable @RandomId UUID id,
            @NotNull UUID search,
            @Nullable @Size(max = 100) List<@NotNull UUID> notTheSame,
            @NotNull @Valid PersonBody person,
            @NotNull @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}") String district,
            @NotNull Channel channel) {

        List<UUID> another() {
            return notTheSame == null ? List.of() : notTheSame;
        }
    }

    /** The person as she is right, in full. */
    record CorrectBody(
            @NotNull @Valid PersonBody person,
            @NotNull @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}") String district) {}

    /**
     * A file as it is read.
     *
     * @param caseNumber null when she was erased
     * @param organisation null as {@code consentMissing} says, like all that follows
     * @param owner subject of the case-worker who answers for the case
     * @param offeredTo subject of whom it is offered to; null when it is not
     * @param person null as {@code legibility} says
     * @param legibility whether her data can be shown: not when she was erased, nor, in a list,
     *     while it can't be opened
     * @param consentMissing in a list, without which nothing of her is shown; else null
     */
    record BeneficiaryView(
            UUID id,
            long version,
            String state,
            @Nullable String caseNumber,
            @Nullable String organisation,
            @Nullable String district,
            @Nullable String owner,
            @Nullable String offeredTo,
            @Nullable PersonalData person,
            @Nullable Legibility legibility,
            @Nullable ConsentPurpose consentMissing) {

        /** Throws when her data can't be opened. */
        static BeneficiaryView of(Stored<Beneficiary> file) {
            boolean readable = file.state().readable().isPresent();
            return of(file, readable ? Legibility.READABLE : Legibility.ERASED);
        }

        /** In a list, which goes on. */
        static BeneficiaryView row(Stored<Beneficiary> file, Set<UUID> closed) {
            return closed.contains(file.id()) ? closed(file) : of(file, file.state().legibility());
        }

        private static BeneficiaryView closed(Stored<Beneficiary> file) {
            return new BeneficiaryView(
                    file.id(),
                    file.version(),
                    file.state().state(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ConsentPurpose.CASE_MANAGEMENT);
        }

        private static BeneficiaryView of(Stored<Beneficiary> file, Legibility legibility) {
            var state = file.state();
            return new BeneficiaryView(
                    file.id(),
                    file.version(),
                    state.state(),
                    state instanceof Beneficiary.Registered registered
                            ? registered.caseNumber()
                            : null,
                    state.organisation(),
                    state.district(),
                    state.ownership().owner().subject(),
                    state.ownership() instanceof Ownership.Offered offered ? offered.to() : null,
                    legibility == Legibility.READABLE ? state.readable().orElse(null) : null,
                    legibility,
                    null);
        }
    }
}
