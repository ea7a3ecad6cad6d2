package org.homeward.kit.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * An entry of the role table.
 *
 * @param anyone whether it needs no token; then there are no roles
 */
public record Endpoint(HttpMethod method, PathPattern path, Set<Role> roles, boolean anyone) {

    public Endpoint {
        roles = Set.copyOf(roles);
    }

    /** The roles of this actor that allow the call. */
    Set<Role> allowing(Actor actor) {
        return roles.stream()
                .filter(role -> actor.has(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A HEAD is answered as its GET, so it is allowed as its GET. */
    boolean answers(HttpMethod called) {
        return method.equals(called)
                || (method.equals(HttpMethod.GET) && called.equals(HttpMethod.HEAD));
    }

    boolean matches(PathContainer called) {
        return path.matches(called);
    }

    /** Whether a pattern is the same path, whatever its variables are called. */
    boolean isPath(String pattern) {
        return path.getPatternString().equals(pattern)
                || shape().equals(shape(method.name(), pattern));
    }

    /** The same endpoint whatever its variables are called. */
    String shape() {
        return shape(method.name(), path.getPatternString());
    }

    static String shape(String method, String pattern) {
        return method
                + " "
                + pattern.replaceAll("\\{\\*[^}]*}", "**").replaceAll("\\{[^}]*}", "{}");
    }

    /** For people: the names of the roles in order. */
    public List<String> roleNames() {
        return roles.stream().map(Role::name).sorted().toList();
    }

    @Override
    public String toString() {
        return method + " " + path.getPatternString();
    }
}
