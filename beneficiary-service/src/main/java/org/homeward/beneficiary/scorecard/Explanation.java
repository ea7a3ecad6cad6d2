package org.homeward.beneficiary.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score with its reasons.
 *
 * @param lines one for each question of the card
 * @param shares one for each dimension, in the card's order
 * @param criteriaMet whether all hard criteria hold
 */
public record Explanation(List<Line> lines, List<Share> shares, boolean criteriaMet, Score score) {

    public Explanation {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
    }

    /**
     * @param answer null when there was none
     */
    public record Line(String question, Dimension dimension, @Nullable String answer, int points) {}

    /**
     * @param points that count
     * @param most that can count
     */
    public record Share(Dimension dimension, int points, int most) {}
}
