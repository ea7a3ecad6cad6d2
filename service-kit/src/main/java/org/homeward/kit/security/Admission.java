package org.homeward.kit.security;

import jakarta.servlet.ServletRequest;
import java.util.Set;

/**
 * What the role table decided about a request: who calls, and within which scope. The scope comes
 * from the roles that allow this very endpoint, so a wider role does not widen another endpoint. It
 * is as wide as the widest of them: where a wide role reaches a record under a condition that a
 * narrow one does not have, whoever answers asks which of them reaches it.
 */
public record Admission(Actor actor, Scope scope) {

    private static final String ATTRIBUTE = Admission.class.getName();

    /**
     * Organisation: bound unless one of the roles goes everywhere. Districts: as the token says.
     */
    static Admission by(Set<Role> allowing, Actor actor) {
        boolean everywhere = allowing.stream().anyMatch(Role::everywhere);
        return new Admission(
                actor,
                new Scope(
                        everywhere ? null : actor.organisation(),
                        actor.districts().contains("*") ? null : actor.districts()));
    }

    void keepIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * @throws IllegalStateException on an endpoint for anyone: the check at start forbids it
     */
    public static Admission of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Admission admission) {
            return admission;
        }
        throw new IllegalStateException("Nobody was admitted to this endpoint");
    }
}
