package org.homeward.grant.inkind;

/** What a grant still lacks. */
enum Unfinished {
    /** Something is to be handed over, or cancelled. */
    ITEMS,
    /** Something is to be paid, or cancelled. */
    PAYMENTS,
    /** A planned visit is to be recorded. */
    VISITS
}
