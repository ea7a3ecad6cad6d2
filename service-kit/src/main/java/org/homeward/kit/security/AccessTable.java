package org.homeward.kit.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Who may call which endpoint of this service. What is not in it is not there: it is answered 404
 * before any handler is looked for.
 */
public final class AccessTable {

    private final List<Endpoint> endpoints;

    /**
     * @throws IllegalStateException when two entries say something about the same endpoint
     */
    AccessTable(List<Endpoint> endpoints) {
        Set<String> shapes = new HashSet<>();
        for (Endpoint endpoint : endpoints) {
            if (!shapes.add(endpoint.shape())) {
                throw new IllegalStateException("Twice in the role table: " + endpoint);
            }
        }
        List<Endpoint> sorted = new ArrayList<>(endpoints);
        // as Spring MVC chooses its handler: the most specific path first
        sorted.sort(Comparator.comparing(Endpoint::path, PathPattern.SPECIFICITY_COMPARATOR));
        this.endpoints = List.copyOf(sorted);
    }

    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The entry of a handler, by its pattern. */
    public Optional<Endpoint> of(String method, String pattern) {
        String shape = Endpoint.shape(method, pattern);
        return endpoints.stream().filter(endpoint -> endpoint.shape().equals(shape)).findFirst();
    }

    /** The entry that decides about a call. */
    Optional<Endpoint> deciding(HttpMethod method, PathContainer path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.answers(method) && endpoint.matches(path))
                .findFirst();
    }

    /** What can be done with a path; empty when nothing is there. */
    Set<HttpMethod> methodsOf(PathContainer path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.matches(path))
                .map(Endpoint::method)
                .collect(Collectors.toUnmodifiableSet());
    }
}
