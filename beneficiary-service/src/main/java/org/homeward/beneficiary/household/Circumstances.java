package org.homeward.beneficiary.household;

import java.util.List;
import java.util.UUID;

/** What is known of a household as a whole; only ever stored sealed. */
public record Circumstances(List<Resident> residents, List<Income> incomes, Dwelling dwelling) {

    public Circumstances {
        residents = List.copyOf(residents);
        incomes = List.copyOf(incomes);
    }

    /** A beneficiary in it; who that is stands in the file. */
    public record Resident(UUID beneficiary, Standing standing) {}

    Circumstances without(UUID beneficiary) {
        return new Circumstances(
                residents.stream()
                        .filter(resident -> !resident.beneficiary().equals(beneficiary))
                        .toList(),
                incomes,
                dwelling);
    }

    @Override
    public String toString() {
        return "***";
    }
}
