package org.homeward.beneficiary.opening;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.access.GlassBroken;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;

/**
 * That somebody opened one file out of her scope, why, and what a protection-officer found of it.
 * It opens the file alone: nothing of protection, and nothing that is kept beside the file.
 */
sealed interface Opening {

    /** How long the file can be read. */
    Duration OPEN = Duration.ofHours(1);

    /** In which it is to be reviewed. */
    Duration REVIEW = Duration.ofHours(24);

    Facts facts();

    /** In the field's word. */
    String state();

    /**
     * What was opened, by whom and why.
     *
     * @param organisation that keeps the file
     * @param district of the file
     * @param by subject of who opened it
     */
    record Facts(
            UUID id,
            UUID beneficiary,
            String organisation,
            String district,
            String by,
            Instant at,
            Secret<String> reason) {

        Instant until() {
            return at.plus(OPEN);
        }
    }

    /** What a protection-officer found. */
    enum Finding {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    /**
     * @throws WithinScope when she may read the file anyway
     */
    static Decision<Opening> open(Facts facts, Actor by) {
        if (by.has("case-worker")
                && by.organisation().equals(facts.organisation())
                && (by.districts().contains("*") || by.districts().contains(facts.district()))) {
            throw new WithinScope();
        }
        return Decision.of(
                new Unreviewed(facts),
                new GlassBroken(facts.id(), by.pseudonym(), facts.district()));
    }

    /** Whether the file can be read now, by this person. */
    default boolean lets(Actor reader, Instant now) {
        return facts().by().equals(reader.subject()) && !now.isAfter(facts().until());
    }

    /** Whether somebody has to say what to think of it, and still can. */
    default boolean awaitsReview() {
        return false;
    }

    /** Whether it has waited for its review for longer than {@link #REVIEW}. */
    default boolean isOverdue(Instant now) {
        return awaitsReview() && now.isAfter(facts().at().plus(REVIEW));
    }

    /**
     * Also while the file is open; what is not justified ends at once.
     *
     * @throws StateConflict when it was reviewed already, or the person was erased
     * @throws OwnOpening when it is her own, whatever roles she has
     */
    default Decision<Opening> review(Actor by, Finding finding, String note, Instant now) {
        throw new StateConflict(state());
    }

    /** Waits for a protection-officer. */
    record Unreviewed(Facts facts) implements Opening {

        @Override
        public Decision<Opening> review(Actor by, Finding finding, String note, Instant now) {
            if (by.subject().equals(facts.by())) {
                throw new OwnOpening();
            }
            if (!awaitsReview()) {
                throw new StateConflict("ERASED");
            }
            return Decision.of(new Reviewed(facts, finding, by.subject(), now, Secret.of(note)));
        }

        /**
         * Without its reason, which goes with the person, there is nothing to review; one whose
         * reason can't be opened waits until it can.
         */
        @Override
        public boolean awaitsReview() {
            return facts.reason().legibility() != Legibility.ERASED;
        }

        @Override
        public String state() {
            return "UNREVIEWED";
        }
    }

    /**
     * A protection-officer has said what to think of it.
     *
     * @param by subject of the protection-officer
     */
    record Reviewed(Facts facts, Finding finding, String by, Instant at, Secret<String> note)
            implements Opening {

        @Override
        public boolean lets(Actor reader, Instant now) {
            return finding == Finding.JUSTIFIED && Opening.super.lets(reader, now);
        }

        @Override
        public String state() {
            return "REVIEWED";
        }
    }
}
