package org.homeward.beneficiary.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.beneficiary.SelectionClosed;
import org.homeward.contracts.beneficiary.SelectionOpened;
import org.homeward.contracts.beneficiary.SelectionWithdrawn;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2026, 5, 31);
    private static final Instant NOW = Instant.parse("2026-06-01T05:00:00Z");
    private static final String HERS = "a".repeat(64);
    private static final String HIS = "b".repeat(64);

    private final Round.Open open =
            (Round.Open)
                    Round.open(
                                    new Terms(
                                            UUID.randomUUID(),
                                            "WOMEN-26",
                                            UUID.randomUUID(),
                                            2,
                                            CUT_OFF,
                                            "opener"))
                            .state();

    @Test
    void who_is_ranked_waits_from_the_freeze_until_all_are_told() {
        var frozen = frozen();
        var announcing = announcing(3);

        assertThat(frozen.undecided()).contains(frozen.freeze().list());
        assertThat(drawn(3).undecided()).isPresent();
        assertThat(announcing.undecided()).contains(announcing.result().freeze().list());
        assertThat(Stream.of(open, both(), confirmed(), confirmed().close(NOW).state()))
                .allMatch(round -> round.undecided().isEmpty());
    }

    @Test
    void that_a_programme_selects_is_told_from_the_opening_on() {
        assertThat(Round.open(open.terms()).events())
                .containsExactly(new SelectionOpened(open.terms().round(), "WOMEN-26"));
    }

    @Test
    void what_was_opened_by_mistake_is_withdrawn_and_told_as_long_as_it_is_not_frozen() {
        var withdrawn = both().withdraw(WithdrawalReason.WRONG_QUOTA, "monitor", NOW);

        assertThat(withdrawn.events())
                .containsExactly(new SelectionWithdrawn(open.terms().round(), "WOMEN-26", true));
        assertThatThrownBy(() -> withdrawn.state().in(Round.Open.class))
                .isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> frozen().in(Round.Open.class)).isInstanceOf(StateConflict.class);
    }

    @Test
    void who_opened_it_does_not_withdraw_it() {
        assertThatThrownBy(() -> open.withdraw(WithdrawalReason.NOT_NEEDED, "opener", NOW))
                .isInstanceOf(AnotherWithdraws.class);
    }

    @Test
    void a_programme_goes_on_selecting_unless_it_was_the_wrong_one_or_needs_no_selection() {
        assertThat(
                        Stream.of(WithdrawalReason.values())
                                .filter(
                                        reason ->
                                                open.withdraw(reason, "monitor", NOW)
                                                        .events()
                                                        .contains(
                                                                new SelectionWithdrawn(
                                                                        open.terms().round(),
                                                                        "WOMEN-26",
                                                                        false))))
                .containsExactly(WithdrawalReason.WRONG_PROGRAMME, WithdrawalReason.NOT_NEEDED);
    }

    @Test
    void two_people_commit_each_to_a_secret_of_her_own() {
        var first = committed(open, "first", HERS);

        assertThatThrownBy(() -> first.commit("first", Digest.of(HIS)))
                .isInstanceOf(HolderTwice.class);
        assertThatThrownBy(() -> first.commit("second", Digest.of(HERS)))
                .isInstanceOf(HolderTwice.class);
        assertThat(committed(first, "second", HIS).commitments()).hasSize(2);
    }

    @Test
    void a_third_can_not_commit() {
        var both = both();

        assertThatThrownBy(() -> both.commit("third", "c".repeat(64)))
                .isInstanceOf(StateConflict.class);
    }

    @Test
    void it_is_ready_once_two_have_committed_and_the_cut_off_day_has_come() {
        assertThat(committed(open, "first", HERS).isReady(CUT_OFF)).isFalse();
        assertThat(both().isReady(CUT_OFF.minusDays(1))).isFalse();
        assertThat(both().isReady(CUT_OFF)).isTrue();
    }

    @Test
    void a_secret_is_told_by_its_holder_and_is_what_was_committed_to() {
        var frozen = frozen();

        assertThatThrownBy(() -> frozen.reveal("first", HIS)).isInstanceOf(InvalidBody.class);
        assertThatThrownBy(() -> frozen.reveal("third", HERS)).isInstanceOf(InvalidBody.class);
        assertThat(frozen.reveal("first", HERS).isRevealed()).isFalse();
        assertThat(frozen.reveal("second", HIS).reveal("first", HERS).isRevealed()).isTrue();
    }

    @Test
    void the_seed_follows_from_both_secrets_and_the_input_and_not_from_who_tells_first() {
        var frozen = frozen();
        var seed = frozen.reveal("first", HERS).reveal("second", HIS).seed();

        assertThat(frozen.reveal("second", HIS).reveal("first", HERS).seed()).isEqualTo(seed);
        assertThat(seed).isEqualTo(Digest.of(HERS, HIS, "f".repeat(64)));
    }

    @Test
    void who_froze_does_not_confirm() {
        var drawn = drawn(3);

        assertThatThrownBy(() -> drawn.confirm("freezer", NOW, line(2)))
                .isInstanceOf(AnotherConfirms.class);
        assertThat(drawn.confirm("opener", NOW, line(2)).state())
                .isInstanceOf(Round.Announcing.class);
    }

    @Test
    void it_is_confirmed_for_all_once_every_place_is_written_and_none_is_free() {
        var written = announcing(3).announced(1, 1).state();
        var all = (Round.Announcing) ((Round.Announcing) written).announced(2, 1).state();

        assertThatThrownBy(() -> all.in(Round.Confirmed.class)).isInstanceOf(StateConflict.class);
        assertThat(((Round.Announcing) written).isWritten()).isFalse();
        assertThat(all.isWritten()).isTrue();
        assertThat(all.free()).isZero();
        assertThat(all.followedBy(List.of()).state()).isInstanceOf(Round.Confirmed.class);
    }

    @Test
    void a_place_that_falls_out_goes_to_the_waiting_list_as_long_as_somebody_waits() {
        var one = (Round.Announcing) announcing(3).announced(3, 0).state();

        var chosen = (Round.Announcing) one.followedBy(List.of(3, 2)).state();
        var half = (Round.Announcing) chosen.followed(1, 1).state();
        var nobodyAnyMore = (Round.Announcing) half.followed(1, 0).state();

        assertThat(half.free()).isEqualTo(1);
        assertThat(half.following()).containsExactly(2);
        assertThat(nobodyAnyMore.free()).isEqualTo(1);
        assertThat(nobodyAnyMore.following()).isEmpty();
        assertThat(nobodyAnyMore.followedBy(List.of()).state()).isInstanceOf(Round.Confirmed.class);
    }

    @Test
    void the_neediest_keeps_her_place_when_somebody_passed_over_may_have_one_before_her_turn() {
        var announcing = (Round.Announcing) drawn(4).confirm("another", NOW, line(3)).state();

        // in the order in which they are told; all of them may have a place by now
        var told = List.of(turn(4, false), turn(3, false), turn(2, true), turn(1, false));

        assertThat(told.stream().map(turn -> outcome(announcing, turn, true)))
                .containsExactly("WAITLISTED", "SELECTED", "LEFT", "SELECTED");
        assertThat(outcome(announcing, turn(1, false), false)).isEqualTo("LEFT");
    }

    private static String outcome(Round.Announcing announcing, Turn turn, boolean admitted) {
        return announcing.place(UUID.randomUUID(), turn, admitted, NOW).state().state();
    }

    private static Turn turn(int rank, boolean passedOver) {
        return new Turn(UUID.randomUUID(), rank, passedOver);
    }

    @Test
    void it_tells_when_it_is_closed_and_nothing_before() {
        var confirming = drawn(0).confirm("another", NOW, line(0));
        var confirmed = confirmed();

        assertThat(confirming.events()).isEmpty();
        assertThat(confirmed.followed(1).events()).isEmpty();
        assertThat(confirmed.close(NOW).events())
                .containsExactly(new SelectionClosed(open.terms().round(), "WOMEN-26"));
    }

    @Test
    void somebody_may_leave_as_soon_as_all_have_their_place_and_a_closed_round_as_well() {
        var closed = confirmed().close(NOW).state();

        assertThatThrownBy(() -> drawn(0).without(selected())).isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> announcing(3).without(selected()))
                .isInstanceOf(StateConflict.class);
        assertThat(confirmed().without(selected()).state()).isEqualTo("CONFIRMED");
        assertThat(closed.without(selected())).isEqualTo(closed);
    }

    @Test
    void a_place_that_nobody_follows_into_stays_free_until_somebody_does() {
        var all = (Round.Announcing) announcing(3).announced(3, 2).state();
        var confirmed = (Round.Confirmed) all.followedBy(List.of()).state();
        assertThat(confirmed.free()).isZero();

        var nobodyFollowed = confirmed.without(selected());
        var another = nobodyFollowed.without(selected());
        var waiting = Place.waitlist(seat()).state();

        assertThat(nobodyFollowed.free()).isEqualTo(1);
        assertThat(nobodyFollowed.without(waiting).free()).isEqualTo(1);
        assertThat(another.free()).isEqualTo(2);
        assertThat(another.followed(2).state()).isEqualTo(confirmed);
    }

    @Test
    void places_that_nobody_might_have_when_all_were_told_are_free() {
        var told = (Round.Announcing) announcing(3).announced(3, 1).state();

        var confirmed = (Round.Confirmed) told.followedBy(List.of()).state();

        assertThat(confirmed.free()).isEqualTo(1);
    }

    @Test
    void a_ranking_is_of_the_people_frozen_in_the_order_drawn() {
        var one = candidate();
        var two = candidate();
        var result = result(one, two);
        var oneInTheOthersPlace =
                new Candidate(one.pseudonym(), two.beneficiary(), 10, List.of(10), 0);
        var otherInHers = new Candidate(two.pseudonym(), one.beneficiary(), 10, List.of(10), 0);
        var frozen = result.freeze();

        result.requireRanking(List.of(one, two));
        frozen.requireInput(result.terms(), List.of(two, one));

        for (var changed :
                List.of(
                        List.of(oneInTheOthersPlace, otherInHers),
                        List.of(two, one),
                        List.of(one),
                        List.of(one, two, candidate()))) {
            assertThatThrownBy(() -> result.requireRanking(changed))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(
                        () ->
                                frozen.requireInput(
                                        result.terms(), List.of(oneInTheOthersPlace, otherInHers)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void those_passed_over_are_those_of_the_confirmation() {
        var one = candidate();
        var line = new Round.Line(3, UUID.randomUUID(), Ranking.rootHash(List.of(one)));

        line.requirePassedOver(List.of(one));

        assertThatThrownBy(() -> line.requirePassedOver(List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> line.requirePassedOver(List.of(candidate())))
                .isInstanceOf(IllegalStateException.class);
    }

    private Round.Result result(Candidate... ranked) {
        var people = List.of(ranked);
        var freeze =
                new Round.Freeze(
                        UUID.randomUUID(),
                        Ranking.inputHash(open.terms(), people),
                        Ranking.peopleHash(people),
                        people.size(),
                        "freezer",
                        NOW);
        var draw = new Round.Draw(UUID.randomUUID(), "seed", Ranking.rootHash(people));
        return new Round.Result(open.terms(), List.of(), freeze, draw);
    }

    private static Candidate candidate() {
        return new Candidate(UUID.randomUUID(), UUID.randomUUID(), 10, List.of(10), 0);
    }

    private static Place selected() {
        return Place.select(seat()).state();
    }

    private static Place.Seat seat() {
        return new Place.Seat(
                UUID.randomUUID(), UUID.randomUUID(), "WOMEN-26", UUID.randomUUID(), 1);
    }

    @Test
    void a_list_counts_once_it_is_named_as_the_input_or_the_ranking() {
        var frozen = frozen();
        var drawn = drawn(0);

        assertThat(both().names(frozen.freeze().list())).isFalse();
        assertThat(frozen.names(frozen.freeze().list())).isTrue();
        assertThat(drawn.names(drawn.result().draw().list())).isTrue();
        assertThat(drawn.names(drawn.result().freeze().list())).isTrue();
        assertThat(drawn.names(UUID.randomUUID())).isFalse();
        var line = line(0);
        assertThat(drawn.confirm("another", NOW, line).state().names(line.list())).isTrue();
    }

    /** Of a quota of two, those of the first two ranks are to be selected. */
    private Round.Announcing announcing(int candidates) {
        return (Round.Announcing) drawn(candidates).confirm("another", NOW, line(2)).state();
    }

    private static Round.Line line(int last) {
        return new Round.Line(last, UUID.randomUUID(), Ranking.rootHash(List.of()));
    }

    private Round.Confirmed confirmed() {
        return (Round.Confirmed) announcing(0).followedBy(List.of()).state();
    }

    private Round.Open both() {
        return committed(committed(open, "first", HERS), "second", HIS);
    }

    private static Round.Open committed(Round.Open open, String holder, String secret) {
        return (Round.Open) open.commit(holder, Digest.of(secret)).state();
    }

    private Round.Frozen frozen() {
        return frozen(0);
    }

    private Round.Frozen frozen(int candidates) {
        var freeze =
                new Round.Freeze(
                        UUID.randomUUID(),
                        "f".repeat(64),
                        "0".repeat(64),
                        candidates,
                        "freezer",
                        NOW);
        return (Round.Frozen) both().freeze(freeze).state();
    }

    private Round.Drawn drawn(int candidates) {
        var told = frozen(candidates).reveal("first", HERS).reveal("second", HIS);
        var draw = new Round.Draw(UUID.randomUUID(), told.seed(), "e".repeat(64));
        return (Round.Drawn) told.draw(draw).state();
    }
}
