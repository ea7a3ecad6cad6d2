package org.homeward.beneficiary.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.homeward.beneficiary.referral.ReferralController.DeclineBody;
import org.homeward.contracts.beneficiary.Channel;
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
import org.homeward.kit.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/incoming-referrals")
class IncomingReferralController {

    private final HearOfSomebody hear;
    private final ReadIncomingReferral read;

    IncomingReferralController(HearOfSomebody hear, ReadIncomingReferral read) {
        this.hear = hear;
        this.read = read;
    }

    static String path(UUID id) {
        return "/api/v1/incoming-referrals/" + id;
    }

    @PostMapping
    ResponseEntity<Receipt> hear(@RequestBody @Valid HearBody body, Call call) {
        return Answers.of(hear.hear(body, call));
    }

    @GetMapping
    Page<IncomingReferralView> waiting(
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose({"case-management", "registration"}) Purpose purpose) {
        return read.waiting(actor, scope, page, purpose)
                .map(referral -> IncomingReferralView.of(referral, true));
    }

    @Refuses("410")
    @GetMapping("/{id}")
    ResponseEntity<IncomingReferralView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({"case-management", "registration"}) Purpose purpose) {
        var seen = read.read(id, actor, scope, purpose);
        return Answers.read(
                seen.referral(), IncomingReferralView.of(seen.referral(), seen.inFull()));
    }

    @PostMapping("/{id}/registration")
    ResponseEntity<Receipt> register(
            @PathVariable UUID id, @RequestBody @Valid RegisteredBody body, Call call) {
        return Answers.of(hear.register(id, body.beneficiary(), call));
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Receipt> decline(
            @PathVariable UUID id, @RequestBody @Valid DeclineBody body, Call call) {
        return Answers.of(hear.decline(id, body.reason(), call));
    }

    /**
     * What was said of somebody.
     *
     * @param id made by the client, or null
     * @param to code of the organisation whose case-workers of the district are to take it up
     * @param about who it is, how to find her and what she needs; destroyed with the answer, or
     *     after thirty days without one
     */
    record HearBody(
            @Nullable @RandomId UUID id,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,29}") String to,
            @NotNull @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}") String district,
            @NotNull Channel channel,
            @NotBlank @Size(max = 2000) String about) {}

    /**
     * That the person is in the files.
     *
     * @param beneficiary id of the file
     */
    record RegisteredBody(@NotNull UUID beneficiary) {}

    /**
     * What was heard of somebody, and how it stands.
     *
     * @param about only for case-workers of the district, until it is answered
     * @param beneficiary only for case-workers of the district, once she is in the files
     * @param state LAPSED when nobody answered within thirty days; for who spoke an answer is only
     *     ANSWERED: that somebody is known here, or is not, could be asked for by anybody who knows
     *     a name
     * @param reason why nobody was registered, for case-workers of the district; else null
     */
    record IncomingReferralView(
            UUID id,
            long version,
            String to,
            String district,
            Channel channel,
            Instant at,
            String state,
            @Nullable String about,
            @Nullable UUID beneficiary,
            @Nullable DeclineReason reason) {

        static IncomingReferralView of(Stored<IncomingReferral> stored, boolean inFull) {
            var state = stored.state();
            var word = state.word();
            return new IncomingReferralView(
                    stored.id(),
                    stored.version(),
                    word.to(),
                    word.district(),
                    word.channel(),
                    word.at(),
                    inFull || !state.isAnswered() ? state.state() : "ANSWERED",
                    inFull ? state.told().map(Secret::open).orElse(null) : null,
                    inFull && state instanceof IncomingReferral.TakenUp taken
                            ? taken.beneficiary()
                            : null,
                    inFull && state instanceof IncomingReferral.Declined declined
                            ? declined.reason()
                            : null);
        }
    }
}
