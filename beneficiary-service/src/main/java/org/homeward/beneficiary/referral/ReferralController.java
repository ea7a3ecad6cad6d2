package org.homeward.beneficiary.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.registration.PersonalData;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReferralController {

    private final ReferOut refer;
    private final WithdrawReferral withdraw;
    private final ReadReferral read;

    ReferralController(ReferOut refer, WithdrawReferral withdraw, ReadReferral read) {
        this.refer = refer;
        this.withdraw = withdraw;
        this.read = read;
    }

    static String path(UUID id) {
        return "/api/v1/referrals/" + id;
    }

    @PostMapping("/api/v1/beneficiaries/{beneficiary}/referrals")
    ResponseEntity<Receipt> request(
            @PathVariable UUID beneficiary, @RequestBody @Valid ReferBody body, Call call) {
        return Answers.of(refer.request(beneficiary, body, call));
    }

    @GetMapping("/api/v1/beneficiaries/{beneficiary}/referrals")
    Page<ReferralView> made(
            @PathVariable UUID beneficiary,
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose("case-management") Purpose purpose) {
        return read.made(beneficiary, actor, scope, page, purpose)
                .map(referral -> ReferralView.of(referral, false));
    }

    /** What the caller's organisation is asked for. */
    @GetMapping("/api/v1/referrals")
    Page<ReferralView> received(
            Actor actor, PageRequest page, @ForPurpose("case-management") Purpose purpose) {
        return read.received(actor, page, purpose).map(referral -> ReferralView.of(referral, true));
    }

    @GetMapping("/api/v1/referrals/{id}")
    ResponseEntity<ReferralInFull> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose("case-management") Purpose purpose) {
        var seen = read.read(id, actor, scope, purpose);
        return Answers.read(
                seen.referral(),
                new ReferralInFull(
                        ReferralView.of(seen.referral(), seen.byPartner()),
                        seen.note(),
                        seen.person()));
    }

    @PostMapping("/api/v1/referrals/{id}/acceptance")
    ResponseEntity<Receipt> accept(@PathVariable UUID id, Call call) {
        return Answers.of(refer.answer(id, call, Referral::accept));
    }

    @PostMapping("/api/v1/referrals/{id}/refusal")
    ResponseEntity<Receipt> decline(
            @PathVariable UUID id, @RequestBody @Valid DeclineBody body, Call call) {
        return Answers.of(refer.answer(id, call, referral -> referral.decline(body.reason())));
    }

    @PostMapping("/api/v1/referrals/{id}/completion")
    ResponseEntity<Receipt> complete(@PathVariable UUID id, Call call) {
        return Answers.of(refer.answer(id, call, Referral::complete));
    }

    @PostMapping("/api/v1/referrals/{id}/failure")
    ResponseEntity<Receipt> giveUp(@PathVariable UUID id, Call call) {
        return Answers.of(refer.answer(id, call, Referral::giveUp));
    }

    @PostMapping("/api/v1/referrals/{id}/withdrawal")
    ResponseEntity<Receipt> withdraw(
            @PathVariable UUID id, @RequestBody @Valid WithdrawReferralBody body, Call call) {
        return Answers.of(withdraw.withdraw(id, body.reason(), call));
    }

    /**
     * Whom to refer a person to.
     *
     * @param id made by the client, or null
     * @param partner code of the organisation, whom she lets her data be shared with
     * @param due until when it should have come to a service
     * @param note for the partner, which only the two parties read
     */
    record ReferBody(
            @Nullable @RandomId UUID id,
            @NotNull ServiceKind service,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,29}") String partner,
            @NotNull LocalDate due,
            @NotBlank @Size(max = 2000) String note) {}

    /** Why a referral is not taken up. */
    record DeclineBody(@NotNull DeclineReason reason) {}

    /** Why a referral is taken back. */
    record WithdrawReferralBody(@NotNull WithdrawalReason reason) {}

    /**
     * A referral in short.
     *
     * @param beneficiary id of the file; null for the partner
     * @param reason why it was declined; else null
     * @param withdrawn why it was taken back; null for the partner, and where it was not
     */
    record ReferralView(
            UUID id,
            long version,
            @Nullable UUID beneficiary,
            ServiceKind service,
            String partner,
            String district,
            LocalDate due,
            String state,
            @Nullable DeclineReason reason,
            @Nullable WithdrawalReason withdrawn) {

        static ReferralView of(Stored<Referral> stored, boolean forPartner) {
            var state = stored.state();
            var request = state.request();
            return new ReferralView(
                    stored.id(),
                    stored.version(),
                    forPartner ? null : request.beneficiary(),
                    request.service(),
                    request.partner(),
                    request.district(),
                    request.due(),
                    state.state(),
                    state instanceof Referral.Declined declined ? declined.reason() : null,
                    !forPartner && state instanceof Referral.Withdrawn withdrawn
                            ? withdrawn.reason()
                            : null);
        }
    }

    /**
     * A referral as one of its parties reads it.
     *
     * @param note for the partner, as long as the person; null once it was taken back
     * @param person for the partner, while there is something to do and she lets it; else null
     */
    record ReferralInFull(
            ReferralView referral, @Nullable String note, @Nullable ReferredPerson person) {}

    /**
     * As much as is needed to receive her.
     *
     * @param phones E.164; none unless she lets herself be called or written to
     * @param throughCaseWorker whether she is reached through who referred her, for there is no
     *     telephone here: that she has none looks as that she agrees to neither
     */
    record ReferredPerson(
            PersonName name,
            List<String> phones,
            List<String> languages,
            boolean throughCaseWorker) {

        static ReferredPerson of(PersonalData person, boolean byTelephone) {
            var phones = byTelephone ? person.phones() : List.<String>of();
            return new ReferredPerson(person.name(), phones, person.languages(), phones.isEmpty());
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
