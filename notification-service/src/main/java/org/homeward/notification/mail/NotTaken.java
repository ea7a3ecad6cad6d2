package org.homeward.notification.mail;

/** The mail was not taken. No address and no answer of a server is in the message. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is, so when another try makes sense. */
    public enum Kind {
        /** The server is away, hangs, or refuses us: no mail gets through. */
        SERVER_AWAY,
        /** The server does not take this mail now. */
        NOT_NOW,
        /** The address is none, or its server refuses it for good. */
        NEVER
    }

    private final Kind kind;

    NotTaken(Kind kind, String why) {
        super(why, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
