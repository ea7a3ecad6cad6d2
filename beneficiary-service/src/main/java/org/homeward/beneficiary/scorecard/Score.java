package org.homeward.beneficiary.scorecard;

import java.util.List;

/**
 * What the answers come to.
 *
 * @param dimensions points in the card's order of dimensions
 * @param unanswered how many questions, for the quality of the data
 * @param eligible whether the hard criteria hold and the points suffice
 */
public record Score(int total, List<Integer> dimensions, int unanswered, boolean eligible) {

    public Score {
        dimensions = List.copyOf(dimensions);
    }
}
