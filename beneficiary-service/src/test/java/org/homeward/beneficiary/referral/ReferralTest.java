package org.homeward.beneficiary.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.contracts.beneficiary.OrdinaryService;
import org.homeward.contracts.beneficiary.ReferralCompleted;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void an_ordinary_service_that_was_got_is_told_without_the_person() {
        var completed = accepted(ServiceKind.LEGAL_AID).complete();

        assertThat(completed.events())
                .containsExactly(
                        new ReferralCompleted(ID, OrdinaryService.LEGAL_AID, "TJ-KT-VOSE"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ServiceKind.class,
            names = {"HEALTH", "SHELTER"})
    void of_health_and_protection_nothing_is_told_in_any_state(ServiceKind kind) {
        var requested = Referral.request(request(kind));
        var accepted = requested.state().accept();

        for (var decision :
                List.of(
                        requested,
                        requested.state().decline(DeclineReason.NO_PLACE),
                        requested.state().withdraw(WithdrawalReason.NOT_NEEDED, "worker-1"),
                        accepted,
                        accepted.state().withdraw(WithdrawalReason.NOT_NEEDED, "worker-1"),
                        accepted.state().complete(),
                        accepted.state().giveUp())) {
            assertThat(decision.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_what_was_completed_is_told(ServiceKind kind) {
        var requested = Referral.request(request(kind));

        assertThat(requested.events()).isEmpty();
        assertThat(requested.state().accept().events()).isEmpty();
        assertThat(requested.state().decline(DeclineReason.NO_PLACE).events()).isEmpty();
        assertThat(accepted(kind).giveUp().events()).isEmpty();
        assertThat(accepted(kind).withdraw(WithdrawalReason.WRONG_PERSON, "worker-1").events())
                .isEmpty();
    }

    @Test
    void each_answer_is_given_once_and_in_its_turn() {
        var requested = Referral.request(request(ServiceKind.DOCUMENTS)).state();
        var accepted = requested.accept().state();
        refuses(requested, Referral::complete, Referral::giveUp);
        refuses(accepted, Referral::accept, referral -> referral.decline(DeclineReason.NO_PLACE));

        for (var ended :
                List.of(
                        requested.decline(DeclineReason.NO_PLACE).state(),
                        requested.withdraw(WithdrawalReason.WRONG_NOTE, "worker-1").state(),
                        accepted.withdraw(WithdrawalReason.WRONG_NOTE, "worker-1").state(),
                        accepted.complete().state(),
                        accepted.giveUp().state())) {
            assertThat(ended.concernsPartner()).isFalse();
            refuses(
                    ended,
                    Referral::accept,
                    referral -> referral.decline(DeclineReason.NO_PLACE),
                    Referral::complete,
                    Referral::giveUp,
                    referral -> referral.withdraw(WithdrawalReason.NOT_NEEDED, "worker-1"));
        }
    }

    @Test
    void what_was_written_for_the_partner_goes_when_it_is_withdrawn() {
        var withdrawn =
                accepted(ServiceKind.SHELTER)
                        .withdraw(WithdrawalReason.WRONG_NOTE, "worker-1")
                        .state();

        assertThat(withdrawn.request().wish().open())
                .isEqualTo(new Referral.Wish(ServiceKind.SHELTER, null));
    }

    @SafeVarargs
    private static void refuses(
            Referral referral, Function<Referral, Decision<Referral>>... steps) {
        for (var step : steps) {
            assertThatExceptionOfType(StateConflict.class)
                    .isThrownBy(() -> step.apply(referral))
                    .satisfies(
                            refused ->
                                    assertThat(refused.extensions())
                                            .containsEntry("state", referral.state()));
        }
    }

    private static Referral accepted(ServiceKind kind) {
        return Referral.request(request(kind)).state().accept().state();
    }

    private static Referral.Request request(ServiceKind kind) {
        return new Referral.Request(
                ID,
                UUID.randomUUID(),
                "TJ-KT-VOSE",
                "hamdasti",
                LocalDate.of(2026, 6, 1),
                "worker-1",
                Secret.of(new Referral.Wish(kind, "note")));
    }
}
