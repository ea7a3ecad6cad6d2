package org.homeward.grant.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.junit.jupiter.api.Test;

class CommitteeTest {

    private static final UUID FUND = UUID.randomUUID();

    @Test
    void a_committee_has_at_least_as_many_members_as_its_quorum() {
        var two = List.of(seat("one"), seat("two"));

        assertThat(appoint(2, two).state().seats()).isEqualTo(two);
        assertThatThrownBy(() -> appoint(3, two)).isInstanceOf(CommitteeImpossible.class);
    }

    @Test
    void nobody_has_two_seats() {
        var twice = List.of(seat("one"), seat("two"), new Seat("one", "another", null));

        assertThatThrownBy(() -> appoint(2, twice)).isInstanceOf(CommitteeImpossible.class);
    }

    @Test
    void a_fund_has_one_committee() {
        assertThat(Committees.idOf(FUND)).isEqualTo(Committees.idOf(FUND)).isNotEqualTo(FUND);
        assertThat(Committees.idOf(UUID.randomUUID())).isNotEqualTo(Committees.idOf(FUND));
    }

    @Test
    void who_appoints_a_committee_has_no_seat_in_it() {
        assertThatThrownBy(() -> appoint(2, List.of(seat("one"), seat("two"), seat("manager"))))
                .isInstanceOf(OwnSeat.class);
    }

    @Test
    void who_changed_it_is_known_for_each_version() {
        var first = appoint(2, List.of(seat("one"), seat("two"))).state();
        var second = first.replace(2, List.of(seat("one"), seat("three")), "other").state();
        var third = second.replace(2, List.of(seat("one"), seat("two")), "manager").state();

        assertThat(third.changers()).containsExactly("manager", "other", "manager");
        assertThat(first.wasChangedBy("manager", first)).isFalse();
        assertThat(second.wasChangedBy("manager", first)).isFalse();
        assertThat(second.wasChangedBy("other", first)).isTrue();
        assertThat(third.wasChangedBy("manager", first)).isTrue();
        assertThat(third.wasChangedBy("other", second)).isFalse();
        assertThatThrownBy(() -> first.replace(2, List.of(seat("one"), seat("other")), "other"))
                .isInstanceOf(OwnSeat.class);
    }

    @Test
    void its_members_are_the_choice_of_all_who_changed_it_until_all_of_them_are_others() {
        var first = appoint(2, List.of(seat("one"), seat("two"))).state();
        var second = first.replace(2, List.of(seat("two"), seat("three")), "other").state();
        var third = second.replace(2, List.of(seat("three"), seat("four")), "third").state();
        var anew = third.replace(2, List.of(seat("one"), seat("two")), "last").state();

        assertThat(first.choosers()).containsExactly("manager");
        assertThat(third.choosers())
                .as("though none of the first is left")
                .containsExactlyInAnyOrder("manager", "other", "third");
        assertThat(anew.choosers()).containsExactly("last");
        assertThat(anew.changers()).hasSize(4);
    }

    private static Decision<Committee> appoint(int quorum, List<Seat> seats) {
        return Committee.appoint(FUND, quorum, seats, "manager");
    }

    private static Seat seat(String member) {
        return new Seat(member, "mission", null);
    }
}
