package org.homeward.beneficiary.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.beneficiary.erasure.Erasure.Asked;
import org.homeward.beneficiary.erasure.Erasure.Awaited;
import org.homeward.beneficiary.erasure.Erasure.Elsewhere;
import org.homeward.beneficiary.erasure.Erasure.Ordered;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    private final UUID id = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final Asked asked = asked(Erasure.Reason.PERSON_ASKED);
    private final Asked overdue = asked(Erasure.Reason.RETENTION_ENDED);

    @Test
    void who_asked_neither_carries_it_out_nor_refuses_it_whatever_has_to_be_kept() {
        assertThatExceptionOfType(AnotherDecides.class)
                .isThrownBy(() -> asked.clear("case-worker", List.of("COURT"), Set.of()));
        assertThatExceptionOfType(AnotherDecides.class)
                .isThrownBy(
                        () ->
                                asked.refuse(
                                        "case-worker", Erasure.Refusal.IDENTITY_NOT_PROVEN, NOW));
    }

    @Test
    void what_keeps_the_file_stands_in_its_way_and_is_named() {
        assertThatExceptionOfType(OnHold.class)
                .isThrownBy(
                        () ->
                                overdue.clear(
                                        "dpo", List.of("DONOR_AUDIT", "RUNNING_GRANT"), Set.of()))
                .satisfies(
                        refused ->
                                assertThat(refused.extensions())
                                        .isEqualTo(
                                                Map.of(
                                                        "because",
                                                        List.of("DONOR_AUDIT", "RUNNING_GRANT"))));
    }

    @Test
    void a_file_that_is_needed_again_is_not_erased() {
        assertThatExceptionOfType(StillNeeded.class)
                .isThrownBy(() -> overdue.clear("dpo", List.of(), Set.of()));
    }

    @Test
    void who_set_a_rule_by_which_the_time_is_over_does_not_carry_it_out_whatever_has_to_be_kept() {
        var overBy = Set.of("dpo", "another-dpo");

        assertThatExceptionOfType(AnotherDecides.class)
                .isThrownBy(() -> overdue.clear("dpo", List.of("COURT"), overBy));
        assertThat(overdue.clear("third-dpo", List.of(), overBy).by()).isEqualTo("third-dpo");
    }

    @Test
    void who_asks_for_herself_is_erased_however_long_her_file_would_be_kept_and_by_whom() {
        assertThat(asked.clear("dpo", List.of(), Set.of()).by()).isEqualTo("dpo");
        assertThat(asked.clear("dpo", List.of(), Set.of("dpo")).by()).isEqualTo("dpo");
    }

    @Test
    void it_is_told_by_random_ids_and_waits_for_every_service_and_for_each_story() {
        var story = UUID.randomUUID();

        var decision = asked.clear("dpo", List.of(), Set.of()).order(Set.of(story), NOW);

        assertThat(decision.events()).containsExactly(new BeneficiaryErased(id, person));
        assertThat(((Ordered) decision.state()).awaited())
                .containsExactlyInAnyOrder(
                        new Awaited(Elsewhere.GRANT, id),
                        new Awaited(Elsewhere.STORY, id),
                        new Awaited(Elsewhere.STORY, story),
                        new Awaited(Elsewhere.NOTIFICATION, id));
    }

    @Test
    void who_was_brought_back_is_erased_again_without_asking_anybody_and_told_to_every_service() {
        var decision = asked.again(Set.of(), NOW);

        assertThat(decision.events()).containsExactly(new BeneficiaryErased(id, person));
        assertThat(((Ordered) decision.state()).awaited())
                .extracting(Awaited::from)
                .containsExactlyInAnyOrder(Elsewhere.values());
    }

    @Test
    void it_is_settled_a_minute_after_the_last_has_confirmed() {
        var ordered = ordered();
        var late = NOW.plus(Duration.ofDays(1));
        for (var service : List.of(Elsewhere.GRANT, Elsewhere.STORY)) {
            ordered = (Ordered) ordered.confirmed(new Awaited(service, id), NOW).state();
        }
        assertThat(ordered.isSettled(late)).isFalse();

        ordered =
                (Ordered) ordered.confirmed(new Awaited(Elsewhere.NOTIFICATION, id), late).state();

        assertThat(ordered.isSettled(late.plusSeconds(59))).isFalse();
        assertThat(ordered.isSettled(late.plusSeconds(60))).isTrue();
        assertThat(ordered.isOverdue(late.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void who_has_not_confirmed_within_an_hour_is_looked_after() {
        var late = NOW.plus(Duration.ofMinutes(50));
        var ordered = (Ordered) ordered().confirmed(new Awaited(Elsewhere.GRANT, id), late).state();

        assertThat(ordered.isOverdue(NOW.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(ordered.isOverdue(NOW.plus(Duration.ofMinutes(60)))).isTrue();
    }

    @Test
    void a_story_that_came_up_meanwhile_is_waited_for_again() {
        var story = UUID.randomUUID();

        var again = (Ordered) ordered().goOn(Set.of(story), NOW.plusSeconds(90)).state();

        assertThat(again.awaited()).containsExactly(new Awaited(Elsewhere.STORY, story));
        assertThat(again.isSettled(NOW.plusSeconds(149))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_refused_is_asked_for_anew_or_not_at_all(Erasure.Refusal why) {
        var refused = asked.refuse("dpo", why, NOW);

        assertThat(refused.events()).isEmpty();
        assertThatExceptionOfType(StateConflict.class).isThrownBy(() -> refused.state().asked());
        assertThatExceptionOfType(StateConflict.class).isThrownBy(() -> ordered().asked());
    }

    private Asked asked(Erasure.Reason reason) {
        return new Asked(new Erasure.Request(id, person, reason, "case-worker", NOW));
    }

    private Ordered ordered() {
        return (Ordered) asked.clear("dpo", List.of(), Set.of()).order(Set.of(), NOW).state();
    }
}
