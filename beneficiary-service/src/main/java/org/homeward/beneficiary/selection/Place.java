package org.homeward.beneficiary.selection;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.beneficiary.BeneficiaryDroppedOut;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.BeneficiaryWaitlisted;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

/** Where one person stands in a confirmed selection: her own result. */
sealed interface Place {

    Seat seat();

    /** In the field's word. */
    String state();

    /**
     * @param place id
     * @param programme code
     * @param rank 1, 2, 3… in the ranking of the round
     */
    record Seat(UUID place, UUID round, String programme, UUID beneficiary, int rank) {}

    static Decision<Place> select(Seat seat) {
        return Decision.of(
                new Selected(seat),
                new BeneficiarySelected(
                        seat.place(), seat.beneficiary(), seat.round(), seat.programme()));
    }

    static Decision<Place> waitlist(Seat seat) {
        return Decision.of(
                new Waitlisted(seat),
                new BeneficiaryWaitlisted(
                        seat.place(), seat.beneficiary(), seat.round(), seat.programme()));
    }

    /**
     * For whose consent was not in force, or who was selected elsewhere, when the round was
     * confirmed or her turn came: nothing is told.
     */
    static Decision<Place> leftBefore(Seat seat, Instant at) {
        return Decision.of(new Left(seat, null, "system", at));
    }

    /**
     * @param reason in free words
     * @throws StateConflict when she has left before
     */
    default Decision<Place> dropOut(String reason, String by, Instant at) {
        return Decision.of(
                new Left(seat(), Secret.of(reason), by, at),
                new BeneficiaryDroppedOut(
                        seat().place(), seat().beneficiary(), seat().round(), seat().programme()));
    }

    /** To be helped. */
    record Selected(Seat seat) implements Place {

        @Override
        public String state() {
            return "SELECTED";
        }
    }

    /** Helped when somebody before her leaves. */
    record Waitlisted(Seat seat) implements Place {

        Decision<Place> promote() {
            return select(seat);
        }

        @Override
        public String state() {
            return "WAITLISTED";
        }
    }

    /**
     * Not to be helped by this round.
     *
     * @param reason null when she fell out before her place was written: her consent was not in
     *     force, or she was selected for the programme by another round
     */
    record Left(Seat seat, @Nullable Secret<String> reason, String by, Instant at)
            implements Place {

        /** In free words; null as the reason. */
        @Nullable String why() {
            return reason == null ? null : reason.open();
        }

        @Override
        public Decision<Place> dropOut(String again, String who, Instant when) {
            throw new StateConflict(state());
        }

        @Override
        public String state() {
            return "LEFT";
        }
    }
}
