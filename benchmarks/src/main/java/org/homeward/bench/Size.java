package org.homeward.bench;

/**
 * How long and how often is measured.
 *
 * @param warmUps closed loops of each kind before its first figure, at most: see {@link WarmUp}
 * @param rounds ours and the floor, one after the other, so often
 * @param closed seconds of a closed loop
 * @param open seconds of an open loop
 * @param backlog entries that are drained
 * @param drains how often
 * @param people among whom is searched
 */
public record Size(
        String name,
        int warmUps,
        int rounds,
        double closed,
        double open,
        int backlog,
        int drains,
        int people) {

    static final int WORKERS = 32;

    static final Size QUICK = new Size("quick", 2, 2, 2, 2.5, 40_000, 1, 20_000);
    static final Size NORMAL = new Size("normal", 16, 5, 8, 15, 200_000, 3, 100_000);
    static final Size FULL = new Size("full", 16, 7, 10, 20, 1_000_000, 3, 1_000_000);

    /** Too short to say anything; only whether all of it works. */
    boolean isTrial() {
        return warmUps == 1;
    }

    /** Leaves out what can be left out. */
    boolean isShort() {
        return rounds < 3;
    }

    /** Whether searches are among as many as they must be fast among. */
    boolean isJudged() {
        return people >= FULL.people;
    }

    /** For the test of the bench itself: long enough to judge searches where that makes sense. */
    static Size among(int people) {
        return people < NORMAL.people
                ? new Size("tiny", 1, 1, 0.4, 0.5, 1, 1, people)
                : new Size("short", 4, 3, 4, 0.5, 1, 1, people);
    }

    /** For the test of the bench itself. */
    static Size tinyWithBacklog(int backlog) {
        return new Size("tiny", 1, 1, 0.4, 0.5, backlog, 1, 1_000);
    }
}
