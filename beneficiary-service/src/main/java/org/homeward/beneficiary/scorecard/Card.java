package org.homeward.beneficiary.scorecard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a need scorecard says. It ranks who is helped first; outcomes are never measured by it, or
 * people would be paid for getting worse.
 *
 * @param code of the card through all its editions
 * @param edition 1, 2, 3…: what is to change makes a new card of the same code
 * @param provisional whether its weights are the mission's own guess, published by nobody
 * @param dimensions in the order in which they decide between equal totals
 * @param criteria all of them must hold, or the points count for nothing
 * @param eligibleFrom points in total that are needed
 */
public record Card(
        String code,
        int edition,
        boolean provisional,
        List<DimensionRule> dimensions,
        List<Question> questions,
        List<Criterion> criteria,
        int eligibleFrom) {

    public Card {
        dimensions = List.copyOf(dimensions);
        questions = List.copyOf(questions);
        criteria = List.copyOf(criteria);
    }

    /**
     * @param most points that count, however many the answers bring
     */
    public record DimensionRule(Dimension dimension, int most) {}

    /**
     * @param text by language, BCP 47
     */
    public record Question(
            String code, Dimension dimension, Map<String, String> text, List<Option> options) {

        public Question {
            text = Map.copyOf(text);
            options = List.copyOf(options);
        }

        private Optional<Option> option(@Nullable String answer) {
            return options.stream().filter(option -> option.code.equals(answer)).findAny();
        }
    }

    /** An answer there is to choose, with what it counts. */
    public record Option(String code, Map<String, String> text, int points) {

        public Option {
            text = Map.copyOf(text);
        }
    }

    /** A question that must have been answered in one of these ways. */
    public record Criterion(String question, List<String> answers) {

        public Criterion {
            answers = List.copyOf(answers);
        }
    }

    /** The id follows from code and edition, so that an edition can't be written twice. */
    UUID id() {
        return UUID.nameUUIDFromBytes(
                ("scorecard " + code + " " + edition).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was asked and answered, as people read it, in the card's order.
     *
     * @param language BCP 47; where the card has no words in it, in another that it has
     */
    public List<String> inWords(Interview interview, String language) {
        return questions.stream()
                .flatMap(
                        question ->
                                question.option(interview.answers().get(question.code())).stream()
                                        .map(
                                                option ->
                                                        words(question.text(), language)
                                                                + " "
                                                                + words(option.text(), language)))
                .toList();
    }

    private static String words(Map<String, String> text, String language) {
        return Stream.of(language, "ru", "en", "tg")
                .map(text::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> text.values().stream().sorted().findFirst().orElse(""));
    }

    /** Whether each of these is an answer that the card offers to one of its questions. */
    public boolean offers(Interview interview) {
        return interview.answers().entrySet().stream()
                .allMatch(
                        answer ->
                                questions.stream()
                                        .filter(question -> question.code.equals(answer.getKey()))
                                        .anyMatch(
                                                question ->
                                                        question.option(answer.getValue())
                                                                .isPresent()));
    }

    public Score score(Interview interview) {
        return explain(interview).score();
    }

    /** How the points come about; what was not answered counts nothing and is said. */
    public Explanation explain(Interview interview) {
        var lines = new ArrayList<Explanation.Line>();
        for (Question question : questions) {
            var answer = interview.answers().get(question.code);
            int points = question.option(answer).map(Option::points).orElse(0);
            lines.add(new Explanation.Line(question.code, question.dimension, answer, points));
        }
        var shares =
                dimensions.stream()
                        .map(
                                rule ->
                                        new Explanation.Share(
                                                rule.dimension,
                                                Math.min(rule.most, sum(lines, rule.dimension)),
                                                rule.most))
                        .toList();
        boolean met =
                criteria.stream()
                        .allMatch(
                                criterion ->
                                        Optional.ofNullable(
                                                        interview.answers().get(criterion.question))
                                                .filter(criterion.answers::contains)
                                                .isPresent());
        int total = shares.stream().mapToInt(Explanation.Share::points).sum();
        int unanswered = (int) lines.stream().filter(line -> line.answer() == null).count();
        return new Explanation(
                lines,
                shares,
                met,
                new Score(
                        total,
                        shares.stream().map(Explanation.Share::points).toList(),
                        unanswered,
                        met && total >= eligibleFrom));
    }

    private static int sum(List<Explanation.Line> lines, Dimension dimension) {
        return lines.stream()
                .filter(line -> line.dimension() == dimension)
                .mapToInt(Explanation.Line::points)
                .sum();
    }
}
