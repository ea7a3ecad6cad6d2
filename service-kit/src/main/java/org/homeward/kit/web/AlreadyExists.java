package org.homeward.kit.web;

/** A create with an id that is taken. */
public final class AlreadyExists extends Problem {

    private static final long serialVersionUID = 1L;

    public AlreadyExists() {
        super(409, "already-exists", "Already exists", "There is a record with this id already.");
    }
}
