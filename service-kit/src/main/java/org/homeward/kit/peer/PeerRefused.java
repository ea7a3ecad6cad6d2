package org.homeward.kit.peer;

/**
 * The other service understood and said no: 404 when there is no such thing, 409 when its state
 * does not allow it. Asking again changes nothing.
 */
public final class PeerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    PeerRefused(String peer, int status) {
        super(peer + " answered " + status, null, false, false);
        this.status = status;
    }

    /** Of HTTP, 4xx. */
    public int status() {
        return status;
    }
}
