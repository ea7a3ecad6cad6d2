package org.homeward.beneficiary.matching;

/**
 * Jaro-Winkler similarity: 1 for equal strings, 0 for nothing in common; a common beginning counts.
 */
final class JaroWinkler {

    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    static double similarity(String one, String other) {
        double jaro = jaro(one, other);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
        while (prefix < most && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        var taken = new boolean[other.length()];
        var inOne = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            int last = Math.min(other.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    taken[j] = true;
                    inOne.append(one.charAt(i));
                    break;
                }
            }
        }
        double common = inOne.length();
        if (common == 0) {
            return 0;
        }
        double swaps = transpositions(inOne, taken, other) / 2.0;
        return (common / one.length() + common / other.length() + (common - swaps) / common) / 3;
    }

    private static int transpositions(StringBuilder inOne, boolean[] taken, String other) {
        int differing = 0;
        int k = 0;
        for (int j = 0; j < taken.length; j++) {
            if (taken[j] && inOne.charAt(k++) != other.charAt(j)) {
                differing++;
            }
        }
        return differing;
    }
}
