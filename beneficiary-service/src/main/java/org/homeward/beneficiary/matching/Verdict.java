package org.homeward.beneficiary.matching;

/** What the evidence says of two records; a person decides, no verdict merges anything. */
public enum Verdict {
    /** So much agrees, and nothing speaks against it, that a merge may be proposed. */
    SAME_LIKELY,
    /** Worth a look by a person who knows one of them. */
    POSSIBLE,
    /** Something separates them, or too little connects them. */
    DIFFERENT
}
