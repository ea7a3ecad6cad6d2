package org.homeward.story.lead;

import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;

/**
 * A proposal to ask somebody for a story. Nothing of it is told on a topic, its id is its own, and
 * as soon as it is answered all but its programme is forgotten: no row says which person or grant a
 * story came from. What moments tell remains, see ADR 5.
 */
public sealed interface Lead {

    /** By its code. */
    String programme();

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

    /** Her last news may still be under way so long after the grant was handed over. */
    int DAYS_OF_NEWS = 7;

    /**
     * Waits for an editor.
     *
     * @param beneficiary who could be asked
     */
    record Open(About about, UUID beneficiary) implements Lead {

        /** Somebody writes a story; this one does not know which. */
        Decision<TakenUp> takeUp() {
            return Decision.of(new TakenUp(programme()));
        }

        Decision<Dismissed> dismiss(Reason reason) {
            return Decision.of(new Dismissed(programme(), reason));
        }

        /** The person is not to be asked any more, or never was to be. */
        Decision<Lapsed> lapse() {
            return Decision.of(new Lapsed(programme()));
        }

        @Override
        public String programme() {
            return about.programme();
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

    /** A draft was begun; by whom, the audit knows. */
    record TakenUp(String programme) implements Lead {

        @Override
        public String stateName() {
            return "TAKEN_UP";
        }
    }

    /** Nobody will be asked, as somebody decided. */
    record Dismissed(String programme, Reason reason) implements Lead {

        @Override
        public String stateName() {
            return "DISMISSED";
        }
    }

    /** Nobody may be asked. */
    record Lapsed(String programme) implements Lead {

        @Override
        public String stateName() {
            return "LAPSED";
        }
    }
}
