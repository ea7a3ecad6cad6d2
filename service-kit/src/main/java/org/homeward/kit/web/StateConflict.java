package org.homeward.kit.web;

import java.util.Map;

/** The record is in a state that does not offer this command. */
public final class StateConflict extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param state the state it is in, in the field's word
     */
    public StateConflict(String state) {
        super(
                409,
                "state-conflict",
                "Not possible in this state",
                "The record is in a state that does not offer this command.",
                Map.of("state", state));
    }
}
