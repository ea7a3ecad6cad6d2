package org.homeward.kit.web;

import java.util.List;

/**
 * The problems that a service can answer, one sample of each, for the published catalogue. A bean
 * of each service that has problems of its own.
 */
public record ProblemTypes(List<Problem> samples) {

    public ProblemTypes {
        samples = List.copyOf(samples);
    }

    public static ProblemTypes of(Problem... samples) {
        return new ProblemTypes(List.of(samples));
    }
}
