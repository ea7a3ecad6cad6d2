package org.homeward.story.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;

/**
 * A proposal to ask somebody for a story. Nothing of it is told on a topic, its id is its own, and
 * whom it is about is forgotten as soon as it is answered: so nobody learns from what is kept which
 * person or grant a story came from.
 */
public sealed interface Lead {

    About about();

    /**
     * @throws StateConflict unless nobody has answered it yet
     */
    default Open open() {
        throw new StateConflict(stateName());
    }

    /** In the field's word. */
    String stateName();

    /**
     * What was handed over, as coarsely as the event tells it.
     *
     * @param handedOver the day, counted in Asia/Dushanbe
     */
    record About(String programme, String district, Sector sector, LocalDate handedOver) {}

    /**
     * Why there will be no story. One of these words and no sentence, which might name somebody.
     */
    enum Reason {
        ALREADY_TOLD,
        NOTHING_TO_TELL,
        DOES_NOT_WANT,
        TOO_RECOGNISABLE,
        NOT_REACHED
    }

    /**
     * Waits for an editor.
     *
     * @param beneficiary who could be asked
     */
    record Open(About about, UUID beneficiary) implements Lead {

        /** Somebody writes a story; this one does not know which. */
        Decision<TakenUp> takeUp(String by, Instant at) {
            return Decision.of(new TakenUp(about, by, at));
        }

        Decision<Dismissed> dismiss(Reason reason, String by, Instant at) {
            return Decision.of(new Dismissed(about, reason, by, at));
        }

        @Override
        public Open open() {
            return this;
        }

        @Override
        public String stateName() {
            return "OPEN";
        }
    }

    /**
     * A draft was begun.
     *
     * @param by subject of the editor
     */
    record TakenUp(About about, String by, Instant at) implements Lead {

        @Override
        public String stateName() {
            return "TAKEN_UP";
        }
    }

    /**
     * Nobody will be asked.
     *
     * @param by subject of who decided it
     */
    record Dismissed(About about, Reason reason, String by, Instant at) implements Lead {

        @Override
        public String stateName() {
            return "DISMISSED";
        }
    }
}
