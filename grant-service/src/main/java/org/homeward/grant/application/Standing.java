package org.homeward.grant.application;

/**
 * How the votes of those without an interest stand.
 *
 * @param quorum how many of them are needed
 */
record Standing(int quorum, int inFavour, int against) {

    boolean decided() {
        return inFavour + against >= quorum;
    }

    /** With as many against as in favour it is not. */
    boolean carried() {
        return decided() && inFavour > against;
    }
}
