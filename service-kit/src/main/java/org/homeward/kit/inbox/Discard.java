package org.homeward.kit.inbox;

/**
 * An operator's decision that a parked message shall have no effect.
 *
 * @param who subject of the operator's token
 */
public record Discard(Reason reason, String who) {

    /** One of few words: a free text could say something about a person. */
    public enum Reason {
        /** Its effect is there already, made by hand or otherwise. */
        EFFECT_EXISTS,
        /** Later facts have made it meaningless. */
        OVERTAKEN,
        /** It should never have been sent. */
        SENT_IN_ERROR,
        /** Nothing can be made of it. */
        UNREADABLE
    }
}
