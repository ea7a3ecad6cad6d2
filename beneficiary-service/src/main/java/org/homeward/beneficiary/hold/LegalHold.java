package org.homeward.beneficiary.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;

/**
 * Of the people of a programme nothing is erased until it ends: each file is kept as a whole, as an
 * erasure destroys it as a whole. It says why, so that whoever asks can be told.
 */
public sealed interface LegalHold {

    Terms terms();

    /** In the field's word. */
    String state();

    /** Why something is kept. */
    enum Reason {
        DONOR_AUDIT,
        COURT,
        COMPLAINT
    }

    /**
     * Whose files are kept, and for how long.
     *
     * @param programme code
     * @param until last day
     * @param placedBy subject
     */
    record Terms(
            UUID id,
            String programme,
            Reason reason,
            LocalDate until,
            String placedBy,
            Instant at) {

        private boolean reaches(LocalDate day) {
            return !day.isAfter(until);
        }
    }

    static Decision<LegalHold> place(Terms terms) {
        return Decision.of(new Placed(terms));
    }

    /**
     * @throws AnotherLifts for who placed it, whatever roles the person has
     * @throws StateConflict when it was lifted before
     */
    default Decision<LegalHold> lift(String by, Instant at) {
        throw new StateConflict(state());
    }

    /** Whether it holds on a day. */
    default boolean holds(LocalDate day) {
        return false;
    }

    /** Whether it would hold on a day, had this person not lifted it. */
    default boolean isLiftedBy(String subject, LocalDate day) {
        return false;
    }

    /** Holds through its last day. */
    record Placed(Terms terms) implements LegalHold {

        @Override
        public Decision<LegalHold> lift(String by, Instant at) {
            if (by.equals(terms.placedBy())) {
                throw new AnotherLifts();
            }
            return Decision.of(new Lifted(terms, by, at));
        }

        @Override
        public boolean holds(LocalDate day) {
            return terms.reaches(day);
        }

        @Override
        public String state() {
            return "PLACED";
        }
    }

    /** Ended before its last day. */
    record Lifted(Terms terms, String by, Instant at) implements LegalHold {

        @Override
        public boolean isLiftedBy(String subject, LocalDate day) {
            return by.equals(subject) && terms.reaches(day);
        }

        @Override
        public String state() {
            return "LIFTED";
        }
    }
}
