package org.homeward.kit.web;

/** There is no such record, or none that this caller may know of. */
public final class NotFound extends Problem {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super(404, "not-found", "Not found", "There is no such record within your scope.");
    }
}
