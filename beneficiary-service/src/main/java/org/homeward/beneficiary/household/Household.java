package org.homeward.beneficiary.household;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeward.contracts.Event;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;

/** People who live together and on the same income, at least one of them a beneficiary. */
sealed interface Household {

    UUID id();

    static Decision<Household> formed(
            UUID id, List<UUID> beneficiaries, List<UUID> others, UUID circumstances) {
        return Decision.of(
                new Kept(id, beneficiaries, others, circumstances),
                beneficiaries.stream()
                        .map(who -> new HouseholdJoined(id, who))
                        .toArray(Event[]::new));
    }

    /**
     * @throws StateConflict when nobody lives in it any more
     */
    default Kept kept() {
        if (this instanceof Kept kept) {
            return kept;
        }
        throw new StateConflict("DISSOLVED");
    }

    /**
     * Somebody lives in it.
     *
     * @param beneficiaries each in no other household
     * @param others ids of plain members
     * @param circumstances id of what is known of it
     */
    record Kept(UUID id, List<UUID> beneficiaries, List<UUID> others, UUID circumstances)
            implements Household {

        public Kept {
            beneficiaries = List.copyOf(beneficiaries);
            others = List.copyOf(others);
        }

        /**
         * As it is right, as a whole. Who left is not told: relatives stay relatives for whoever
         * decides on their help.
         *
         * @param right id of what is known now
         */
        Decision<Household> replaced(
                List<UUID> rightBeneficiaries, List<UUID> rightOthers, UUID right) {
            return Decision.of(
                    new Kept(id, rightBeneficiaries, rightOthers, right),
                    rightBeneficiaries.stream()
                            .filter(Predicate.not(beneficiaries::contains))
                            .map(who -> new HouseholdJoined(id, who))
                            .toArray(Event[]::new));
        }

        /** Whether all who live in it are among these, whoever else is. */
        boolean allStay(List<UUID> rightBeneficiaries, List<UUID> rightOthers) {
            return rightBeneficiaries.containsAll(beneficiaries) && rightOthers.containsAll(others);
        }

        /**
         * Without this beneficiary; without any, nothing of it is kept.
         *
         * @param rest id of what is known of who stays
         */
        Decision<Household> leftBy(UUID beneficiary, UUID rest) {
            var staying = beneficiaries.stream().filter(who -> !who.equals(beneficiary)).toList();
            return Decision.of(
                    staying.isEmpty() ? new Dissolved(id) : new Kept(id, staying, others, rest));
        }
    }

    /** The last beneficiary has left it. */
    record Dissolved(UUID id) implements Household {}
}
