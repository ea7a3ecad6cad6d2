package org.homeward.beneficiary.selection;

/** What was wrong with a round. One of these words and no sentence: it is about no person. */
public enum WithdrawalReason {
    WRONG_PROGRAMME(false),
    WRONG_SCORECARD(true),
    WRONG_QUOTA(true),
    WRONG_CUT_OFF(true),
    NOT_NEEDED(false);

    private final boolean selecting;

    WithdrawalReason(boolean selecting) {
        this.selecting = selecting;
    }

    /** Whether the programme goes on selecting whom it helps: only the round was wrong. */
    boolean isSelecting() {
        return selecting;
    }
}
