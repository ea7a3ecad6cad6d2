package org.homeward.kit.peer;

/**
 * The other service gave no answer that can be used: it is away or slow, it failed, it takes this
 * service's token for nothing, or it was left alone because it failed before. Worth another try
 * later.
 */
public final class PeerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param why without anything of the question or the answer: it may be logged
     */
    public PeerAway(String why) {
        super(why, null, false, false);
    }
}
