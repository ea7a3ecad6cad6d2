package org.homeward.beneficiary.scorecard;

import java.util.List;
import java.util.Map;

/** Scorecards to test with. */
final class Cards {

    private static final Map<String, String> TEXT = Map.of("en", "…");

    private Cards() {}

    /** Two economic questions of 10 each that count 15 at most, and a social one of 5. */
    static Card small() {
        return new Card(
                "SMALL",
                1,
                true,
                List.of(
                        new Card.DimensionRule(Dimension.SOCIAL, 5),
                        new Card.DimensionRule(Dimension.ECONOMIC, 15)),
                List.of(
                        question("MONEY", Dimension.ECONOMIC, 10),
                        question("HUSBAND_AWAY", Dimension.SOCIAL, 5),
                        question("DEBT", Dimension.ECONOMIC, 10)),
                List.of(
                        new Card.Criterion("HUSBAND_AWAY", List.of("YES")),
                        new Card.Criterion("MONEY", List.of("YES", "SOME"))),
                15);
    }

    private static Card.Question question(String code, Dimension dimension, int points) {
        return new Card.Question(
                code,
                dimension,
                TEXT,
                List.of(
                        new Card.Option("YES", TEXT, points),
                        new Card.Option("SOME", TEXT, 3),
                        new Card.Option("NO", TEXT, 0)));
    }
}
