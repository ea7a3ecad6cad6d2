package org.homeward.bench.process;

/**
 * What a process under measurement is told to do; a line of JSON on its standard input.
 *
 * @param kind of command: see {@link Kind}
 * @param database to copy from or to drain
 * @param topic to drain to
 */
public record Order(
        What what,
        Kind kind,
        int workers,
        int rate,
        double seconds,
        String database,
        String topic) {

    /** What to do. */
    public enum What {
        /** A closed loop of commands. */
        CLOSED,
        /** Commands at a fixed rate. */
        OPEN,
        /** A measurement begins: count effects from now on. */
        WATCH,
        /** Tell the effects counted so far. */
        EFFECTS,
        /** Make the same collections, indexes and documents as that database has. */
        COPY,
        /** Publish what is pending in that database. */
        DRAIN,
        /** Stop publishing it. */
        STOP_DRAIN
    }

    /** What a command is. */
    public enum Kind {
        /** The plain command. */
        PLAIN,
        /** With a field that is sealed. */
        SEALED,
        /** The plain command where nothing is published or read beside it. */
        ALONE
    }

    public static Order closed(Kind kind, int workers, double seconds) {
        return new Order(What.CLOSED, kind, workers, 0, seconds, "", "");
    }

    public static Order open(int workers, int rate, double seconds) {
        return new Order(What.OPEN, Kind.PLAIN, workers, rate, seconds, "", "");
    }

    public static Order of(What what) {
        return new Order(what, Kind.PLAIN, 0, 0, 0, "", "");
    }

    public static Order copy(String database) {
        return new Order(What.COPY, Kind.PLAIN, 0, 0, 0, database, "");
    }

    public static Order drain(String database, String topic) {
        return new Order(What.DRAIN, Kind.PLAIN, 0, 0, 0, database, topic);
    }
}
