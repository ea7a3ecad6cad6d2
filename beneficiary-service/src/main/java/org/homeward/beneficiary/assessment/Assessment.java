package org.homeward.beneficiary.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.beneficiary.scorecard.Interview;
import org.homeward.beneficiary.scorecard.Score;
import org.homeward.contracts.beneficiary.AssessmentVoided;
import org.homeward.contracts.beneficiary.VulnerabilityAssessed;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;

/** One person was asked by one edition of a scorecard. What is wrong is voided, never deleted. */
sealed interface Assessment {

    Facts facts();

    /** The answers stay where they are when it is voided. */
    Secret<Interview> interview();

    /** In the field's word. */
    String state();

    static Decision<Assessment> make(Facts facts, Interview interview, Actor assessor) {
        return Decision.of(
                new Made(facts, Secret.of(interview)),
                new VulnerabilityAssessed(
                        facts.assessment(), facts.beneficiary(), assessor.pseudonym()));
    }

    /**
     * @param reason in free words
     * @throws StateConflict when it was voided before
     */
    default Decision<Assessment> voided(String reason, String by, Instant at) {
        throw new StateConflict(state());
    }

    /**
     * Whose worker may see it is decided by the person's file as it is today, so nothing of the
     * file is copied here.
     *
     * @param scorecard id of the edition
     * @param score plain, so that thousands can be ranked: sums of points, not what was answered
     * @param on day, as the cut-off of a selection counts
     * @param by subject of who asked
     */
    record Facts(
            UUID assessment,
            UUID beneficiary,
            UUID scorecard,
            Score score,
            LocalDate on,
            Instant at,
            String by) {}

    /** Counts, until a later one by the same card takes its place. */
    record Made(Facts facts, Secret<Interview> interview) implements Assessment {

        @Override
        public Decision<Assessment> voided(String reason, String by, Instant at) {
            return Decision.of(
                    new Voided(facts, interview, Secret.of(reason), by, at),
                    new AssessmentVoided(facts.assessment(), facts.beneficiary()));
        }

        @Override
        public String state() {
            return "MADE";
        }
    }

    /** Was entered wrongly and counts for nothing. */
    record Voided(
            Facts facts, Secret<Interview> interview, Secret<String> reason, String by, Instant at)
            implements Assessment {

        @Override
        public String state() {
            return "VOIDED";
        }
    }
}
