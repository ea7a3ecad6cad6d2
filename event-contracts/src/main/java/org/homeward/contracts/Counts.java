package org.homeward.contracts;

/** How many there are of something, as it stands in events: a whole number from 0 on. */
public final class Counts {

    /** No count in an event is larger. */
    public static final int MOST = 100_000;

    private Counts() {}

    /**
     * Gives the count back when it is one.
     *
     * @throws MalformedEvent if not
     */
    public static int checked(int count) {
        if (count < 0 || count > MOST) {
            throw new MalformedEvent("a count is out of range");
        }
        return count;
    }
}
