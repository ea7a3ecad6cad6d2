package org.homeward.beneficiary.matching;

import java.util.List;

/**
 * How strongly two records seem to be of one person, and why. Holds nothing personal.
 *
 * <p>{@link Verdict#SAME_LIKELY} takes {@value #SAME_FROM} points, no doubt, and either one
 * document or two of birth day, patronymic and telephone: names alone never decide.
 */
public record MatchScore(int points, Verdict verdict, List<Finding> findings) {

    static final int SAME_FROM = 60;
    static final int POSSIBLE_FROM = 10;

    public MatchScore {
        findings = List.copyOf(findings);
    }

    static MatchScore of(List<Finding> findings) {
        int points = findings.stream().mapToInt(Finding::points).sum();
        return new MatchScore(points, verdict(points, findings), findings);
    }

    private static Verdict verdict(int points, List<Finding> findings) {
        boolean oneDocument = findings.contains(Finding.DOCUMENT_SAME);
        boolean doubt = findings.stream().anyMatch(Finding::castsDoubt);
        boolean apart = findings.stream().anyMatch(Finding::separates);
        if (points >= SAME_FROM && !doubt && (oneDocument || supports(findings) >= 2)) {
            return Verdict.SAME_LIKELY;
        }
        if (oneDocument || (points >= POSSIBLE_FROM && !apart)) {
            return Verdict.POSSIBLE;
        }
        return Verdict.DIFFERENT;
    }

    private static long supports(List<Finding> findings) {
        return findings.stream()
                .filter(
                        finding ->
                                switch (finding) {
                                    case BIRTH_DAY_SAME,
                                            BIRTH_DAY_AND_MONTH_SWAPPED,
                                            PATRONYMIC_SAME,
                                            PHONE_SAME ->
                                            true;
                                    default -> false;
                                })
                .count();
    }
}
