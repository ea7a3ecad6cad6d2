package org.homeward.beneficiary.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final String MANAGER = "programme-manager";
    private static final String MONITOR = "monitoring-officer";
    private static final String ADMINISTRATOR = "administrator";

    private final Actor writer = actor("writer", MANAGER, MONITOR, ADMINISTRATOR);
    private final Actor manager = actor("manager", MANAGER);
    private final Actor monitor = actor("monitor", MONITOR);
    private final Actor both = actor("both", MANAGER, MONITOR, ADMINISTRATOR);
    private final Scorecard draft = Scorecard.write(Cards.small(), writer).state();

    @Test
    void a_manager_and_a_monitor_put_it_into_use_in_either_order() {
        assertThat(approved(manager, monitor).inUse()).isEqualTo(Cards.small());
        assertThat(approved(monitor, manager).state()).isEqualTo("APPROVED");
        assertThat(approved(both, manager).state()).isEqualTo("APPROVED");
        assertThat(approved(monitor, both).state()).isEqualTo("APPROVED");
    }

    @Test
    void nobody_works_by_a_card_that_both_have_not_approved() {
        var half = draft.approve(manager).state();

        assertThatThrownBy(draft::inUse).isInstanceOf(StateConflict.class);
        assertThatThrownBy(half::inUse).isInstanceOf(StateConflict.class);
    }

    @Test
    void who_wrote_it_approves_it_neither_first_nor_second_whatever_roles_she_has() {
        var half = draft.approve(manager).state();

        assertThatThrownBy(() -> draft.approve(writer)).isInstanceOf(AnotherApprover.class);
        assertThatThrownBy(() -> half.approve(writer)).isInstanceOf(AnotherApprover.class);
    }

    @Test
    void one_person_with_both_roles_is_not_two() {
        var half = draft.approve(both).state();

        assertThatThrownBy(() -> half.approve(both)).isInstanceOf(AnotherApprover.class);
    }

    @Test
    void two_of_the_same_role_do_not_suffice() {
        var byManager = draft.approve(manager).state();
        var byMonitor = draft.approve(monitor).state();

        assertThatThrownBy(() -> byManager.approve(actor("another", MANAGER, ADMINISTRATOR)))
                .isInstanceOf(AnotherApprover.class);
        assertThatThrownBy(() -> byMonitor.approve(actor("another", MONITOR)))
                .isInstanceOf(AnotherApprover.class);
    }

    @Test
    void in_use_it_can_not_be_approved_again() {
        var approved = approved(manager, monitor);

        assertThatThrownBy(() -> approved.approve(both)).isInstanceOf(StateConflict.class);
    }

    private Scorecard approved(Actor first, Actor second) {
        return draft.approve(first).state().approve(second).state();
    }

    private static Actor actor(String subject, String... roles) {
        return new Actor("issuer", subject, "mission", Set.of(roles), Set.of("*"), Set.of(), null);
    }
}
