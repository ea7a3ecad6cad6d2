package org.homeward.beneficiary.scorecard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.kit.web.InvalidBody;

/**
 * A scorecard as it is sent and read.
 *
 * @param code of the card through all its editions
 * @param provisional whether its weights are published by nobody
 * @param dimensions each once, in the order in which they decide between equal totals
 * @param criteria all must hold
 */
record CardBody(
        @NotNull @Pattern(regexp = CODE) String code,
        @NotNull @Positive @Max(10_000) Integer edition,
        @NotNull Boolean provisional,
        @NotEmpty @Size(max = 3) List<@NotNull @Valid DimensionBody> dimensions,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid QuestionBody> questions,
        @NotNull @Size(max = 20) List<@NotNull @Valid CriterionBody> criteria,
        @NotNull @PositiveOrZero @Max(10_000) Integer eligibleFrom) {

    static final String CODE = "[A-Z][A-Z0-9_-]{0,39}";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,7}";
    private static final int LANGUAGES = 10;

    /**
     * @param most points that count
     */
    record DimensionBody(
            @NotNull Dimension dimension, @NotNull @Positive @Max(1_000) Integer most) {}

    /**
     * @param text by language, at most ten of them
     */
    record QuestionBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull Dimension dimension,
            @NotEmpty @Size(max = LANGUAGES)
                    Map<@Pattern(regexp = LANGUAGE) String, @NotBlank @Size(max = 500) String> text,
            @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid OptionBody> options) {}

    /**
     * @param text by language, at most ten of them
     */
    record OptionBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotEmpty @Size(max = LANGUAGES)
                    Map<@Pattern(regexp = LANGUAGE) String, @NotBlank @Size(max = 300) String> text,
            @NotNull @Min(0) @Max(1_000) Integer points) {}

    /**
     * @param answers one of which must have been given
     */
    record CriterionBody(
            @NotNull @Pattern(regexp = CODE) String question,
            @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = CODE) String> answers) {}

    /**
     * @throws InvalidBody when something is named twice, or named and not there
     */
    Card toCard() {
        var listed = new HashSet<Dimension>();
        for (int i = 0; i < dimensions.size(); i++) {
            require(listed.add(dimensions.get(i).dimension()), "/dimensions/" + i, "stands twice");
        }
        var options = new HashMap<String, Set<String>>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var place = "/questions/" + i;
            var codes = new HashSet<String>();
            for (int j = 0; j < question.options().size(); j++) {
                require(
                        codes.add(question.options().get(j).code()),
                        place + "/options/" + j + "/code",
                        "stands twice");
            }
            require(options.put(question.code(), codes) == null, place + "/code", "stands twice");
            require(
                    listed.contains(question.dimension()),
                    place + "/dimension",
                    "is no dimension of this card");
        }
        for (int i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            require(
                    options.getOrDefault(criterion.question(), Set.of())
                            .containsAll(criterion.answers()),
                    "/criteria/" + i,
                    "names a question or an answer that the card does not have");
        }
        return new Card(
                code,
                edition,
                provisional,
                dimensions.stream()
                        .map(rule -> new Card.DimensionRule(rule.dimension(), rule.most()))
                        .toList(),
                questions.stream().map(CardBody::question).toList(),
                criteria.stream().map(c -> new Card.Criterion(c.question(), c.answers())).toList(),
                eligibleFrom);
    }

    private static Card.Question question(QuestionBody body) {
        return new Card.Question(
                body.code(),
                body.dimension(),
                body.text(),
                body.options().stream()
                        .map(o -> new Card.Option(o.code(), o.text(), o.points()))
                        .toList());
    }

    private static void require(boolean holds, String pointer, String message) {
        if (!holds) {
            throw new InvalidBody(pointer, message);
        }
    }

    static CardBody of(Card card) {
        return new CardBody(
                card.code(),
                card.edition(),
                card.provisional(),
                card.dimensions().stream()
                        .map(rule -> new DimensionBody(rule.dimension(), rule.most()))
                        .toList(),
                card.questions().stream()
                        .map(
                                q ->
                                        new QuestionBody(
                                                q.code(),
                                                q.dimension(),
                                                q.text(),
                                                q.options().stream()
                                                        .map(
                                                                o ->
                                                                        new OptionBody(
                                                                                o.code(),
                                                                                o.text(),
                                                                                o.points()))
                                                        .toList()))
                        .toList(),
                card.criteria().stream()
                        .map(c -> new CriterionBody(c.question(), c.answers()))
                        .toList(),
                card.eligibleFrom());
    }
}
