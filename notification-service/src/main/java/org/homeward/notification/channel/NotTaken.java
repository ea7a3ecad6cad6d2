package org.homeward.notification.channel;

import java.time.Duration;

/** The message was not taken. No address and no answer of a server is in the text. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is, so when another try makes sense. */
    public enum Kind {
        /** The server is away, hangs, or refuses us: no message gets through. */
        SERVER_AWAY,
        /** The server does not take this message now. */
        NOT_NOW,
        /** The address is none, or its server refuses it for good. */
        NEVER
    }

    private final Kind kind;
    private final Duration rest;

    public NotTaken(Kind kind, String why) {
        this(kind, why, Duration.ZERO);
    }

    /**
     * @param rest how long the server has asked not to be tried again
     */
    public NotTaken(Kind kind, String why, Duration rest) {
        super(why, null, false, false);
        this.kind = kind;
        this.rest = rest;
    }

    public Kind kind() {
        return kind;
    }

    public Duration rest() {
        return rest;
    }
}
