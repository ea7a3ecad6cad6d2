package org.homeward.grant.people;

import org.homeward.kit.web.Problem;

/** What was written of the person in this record was destroyed; figures and lists go on. */
public final class PersonErased extends Problem {

    private static final long serialVersionUID = 1L;

    public PersonErased() {
        super(
                410,
                "person-erased",
                "The person was erased",
                "What was written in this record was destroyed with its person.");
    }
}
