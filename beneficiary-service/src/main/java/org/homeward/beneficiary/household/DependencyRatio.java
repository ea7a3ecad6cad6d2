package org.homeward.beneficiary.household;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.homeward.beneficiary.selection.HouseholdDependency;

/**
 * How many live on the work of how many. Dependants are children under 18, people from 60 and
 * whoever has a disability; all others support them. A migrant supports as long as money comes, and
 * counts on neither side when it does not. The ages are those of the bands that programmes report.
 */
public record DependencyRatio(int dependants, int supporters) {

    /** Dependants for each supporter, two decimals; empty when nobody supports them. */
    public Optional<BigDecimal> value() {
        return supporters == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(dependants)
                                .divide(BigDecimal.valueOf(supporters), 2, RoundingMode.HALF_EVEN));
    }

    /**
     * As a selection compares it: rounded down, and where nobody supports them, neediest of all.
     */
    int perThousandEarners() {
        return supporters == 0 ? HouseholdDependency.NOBODY_EARNS : 1_000 * dependants / supporters;
    }
}
