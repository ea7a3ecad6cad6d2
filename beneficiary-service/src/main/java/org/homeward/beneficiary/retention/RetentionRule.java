package org.homeward.beneficiary.retention;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How long files are kept. For a programme's people a case ends with its last day; who was in
 * several is kept as long as the last of them says, and who was in one without a rule is kept. For
 * all who are known to be in no programme there is one rule, and a case ends when something was
 * last written or changed in the file.
 *
 * @param programme code; null for people of no programme
 * @param months 1 to 600, after the case has ended
 * @param setBy subject; another carries out what follows from it
 */
public record RetentionRule(@Nullable String programme, int months, String setBy) {

    /** The id follows from the code: there is one rule for a programme, and one for none. */
    static UUID idOf(@Nullable String programme) {
        var name = programme == null ? "retention without" : "retention " + programme;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Decision<RetentionRule> set() {
        return Decision.of(this);
    }

    /**
     * @param ended the day on which the case ended
     * @return the last day on which the file is kept
     */
    LocalDate keptUntil(LocalDate ended) {
        return ended.plusMonths(months);
    }
}
