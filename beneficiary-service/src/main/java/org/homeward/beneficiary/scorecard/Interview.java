package org.homeward.beneficiary.scorecard;

import java.util.Map;

/**
 * What a person answered. It says much of her life: sealed wherever it is kept.
 *
 * @param answers code of the option by code of the question; what she would not or could not say is
 *     missing
 */
public record Interview(Map<String, String> answers) {

    public Interview {
        answers = Map.copyOf(answers);
    }

    /** Never prints what was answered. */
    @Override
    public String toString() {
        return "***";
    }
}
