package org.homeward.beneficiary.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.beneficiary.ActivityHeld;
import org.homeward.contracts.beneficiary.ActivityKind;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.HeadCount;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;

/** A training, meeting or the like. Who comes is counted, not named. */
sealed interface Activity {

    Plan plan();

    /** In the field's word. */
    String state();

    /**
     * What is to take place.
     *
     * @param organisation code of the one that holds it
     * @param capacity for how many there is place; more may come to a meeting in the open
     * @param facilitator who leads it or speaks
     */
    record Plan(
            UUID id,
            String organisation,
            String district,
            ActivityKind kind,
            LocalDate day,
            int capacity,
            Secret<String> facilitator) {}

    /** How many of one sex and age came. */
    record Count(Sex sex, AgeBand age, int people) {}

    static Decision<Activity> plan(Plan plan) {
        return Decision.of(new Planned(plan));
    }

    /**
     * @throws StateConflict when it was held already
     * @throws NotHeldYet before its day
     */
    default Decision<Activity> hold(
            List<Count> attendance, Secret<String> result, LocalDate today) {
        throw new StateConflict(state());
    }

    /** Not held yet. */
    record Planned(Plan plan) implements Activity {

        @Override
        public Decision<Activity> hold(
                List<Count> attendance, Secret<String> result, LocalDate today) {
            if (today.isBefore(plan.day)) {
                throw new NotHeldYet();
            }
            var held = new Held(plan, attendance, result);
            return Decision.of(
                    held,
                    new ActivityHeld(
                            plan.id,
                            plan.organisation,
                            plan.district,
                            plan.kind,
                            plan.day,
                            HeadCount.of(held.attended()),
                            HeadCount.of(held.of(Sex.FEMALE)),
                            HeadCount.of(held.of(Sex.MALE))));
        }

        @Override
        public String state() {
            return "PLANNED";
        }
    }

    /**
     * People came.
     *
     * @param result what came of it
     */
    record Held(Plan plan, List<Count> attendance, Secret<String> result) implements Activity {

        public Held {
            attendance = List.copyOf(attendance);
        }

        int attended() {
            return attendance.stream().mapToInt(Count::people).sum();
        }

        private int of(Sex sex) {
            return attendance.stream()
                    .filter(count -> count.sex == sex)
                    .mapToInt(Count::people)
                    .sum();
        }

        @Override
        public String state() {
            return "HELD";
        }
    }
}
