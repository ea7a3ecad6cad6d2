package org.homeward.beneficiary.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which people are helped: points, then the dimensions in the card's order, then the
 * household's dependency, then the lottery.
 */
final class Ranking {

    private static final Comparator<Drawn> FIRST_HELPED =
            Comparator.comparing((Drawn d) -> d.candidate().points(), Comparator.reverseOrder())
                    .thenComparing((a, b) -> dimensions(b.candidate(), a.candidate()))
                    .thenComparing(d -> d.candidate().dependency(), Comparator.reverseOrder())
                    .thenComparing(Drawn::ticket);

    private Ranking() {}

    /** Those who are equal with another in points and all dimensions. */
    static Set<UUID> equal(List<Candidate> candidates) {
        return candidates.stream()
                .collect(Collectors.groupingBy(one -> List.of(one.points(), one.dimensions())))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .map(Candidate::beneficiary)
                .collect(Collectors.toSet());
    }

    /** The hash of all that the ranking is made of, whatever order it comes in. */
    static String inputHash(Terms terms, List<Candidate> candidates) {
        return Digest.of(
                Stream.concat(
                        Stream.of(terms.line()),
                        candidates.stream().map(Candidate::line).sorted()));
    }

    /**
     * The hash of who is behind each pseudonym, whatever order they come in. It stays in the round:
     * an auditor, who sees no person, can't repeat it, but no row can change its person unseen.
     */
    static String peopleHash(List<Candidate> candidates) {
        return Digest.of(
                candidates.stream().map(one -> one.pseudonym() + ";" + one.beneficiary()).sorted());
    }

    /**
     * Nobody can try seeds: each holder committed to a secret before the input was there, and
     * neither knows the other's until the input can't be changed.
     */
    static String seed(List<String> secrets, String inputHash) {
        return Digest.of(Stream.concat(secrets.stream(), Stream.of(inputHash)));
    }

    static List<Candidate> order(List<Candidate> candidates, String seed) {
        return candidates.stream()
                .map(candidate -> new Drawn(candidate, ticket(candidate, seed)))
                .sorted(FIRST_HELPED)
                .map(Drawn::candidate)
                .toList();
    }

    /** The hash by which the ranking is made valid. */
    static String rootHash(List<Candidate> ranked) {
        return Digest.of(ranked.stream().map(candidate -> candidate.pseudonym().toString()));
    }

    private static String ticket(Candidate candidate, String seed) {
        return Digest.of(seed, candidate.pseudonym().toString());
    }

    private record Drawn(Candidate candidate, String ticket) {}

    /** All have as many: they are of one card. */
    private static int dimensions(Candidate a, Candidate b) {
        for (int i = 0; i < a.dimensions().size(); i++) {
            int order = Integer.compare(a.dimensions().get(i), b.dimensions().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
