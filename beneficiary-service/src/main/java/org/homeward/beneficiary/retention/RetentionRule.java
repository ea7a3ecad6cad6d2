package org.homeward.beneficiary.retention;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.kit.journal.Decision;

/**
 * How long files of a programme's people are kept. A case ends with the last day of the programme;
 * who was in several is kept as long as the last of them says, and who was in one without a rule is
 * kept.
 *
 * @param programme code
 * @param months 1 to 600, after the programme's last day
 * @param setBy subject; another carries out what follows from it
 */
public record RetentionRule(String programme, int months, String setBy) {

    /** The id follows from the code: there is one rule for a programme. */
    static UUID idOf(String programme) {
        return UUID.nameUUIDFromBytes(("retention " + programme).getBytes(StandardCharsets.UTF_8));
    }

    Decision<RetentionRule> set() {
        return Decision.of(this);
    }

    /**
     * @param ended last day of the programme
     * @return the last day on which its files are kept
     */
    LocalDate keptUntil(LocalDate ended) {
        return ended.plusMonths(months);
    }
}
