package org.homeward.bench.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Invented people whose names are about as frequent as real ones: as 1 / (rank + 5) of six hundred,
 * so that the commonest is that of four in a hundred. What they sound like does not matter to a
 * search.
 */
public final class Crowd {

    /**
     * Somebody to register or to search for.
     *
     * @param phone nine digits
     */
    public record Somebody(String family, String given, int year, String phone, String district) {}

    private static final List<String> DISTRICTS =
            List.of(
                    "TJ-KT-SHAHRITUS",
                    "TJ-KT-VOSE",
                    "TJ-KT-KULOB",
                    "TJ-RA-HISOR",
                    "TJ-RA-VAHDAT",
                    "TJ-RA-RUDAKI",
                    "TJ-SU-AYNI",
                    "TJ-SU-ISFARA");
    private static final List<String> ENDINGS = List.of("ов", "ов", "зода", "");
    private static final String CONSONANTS = "бгдзклмнпрстфш";
    private static final String VOWELS = "аиоу";
    private static final int NAMES = 600;
    private static final int COMMON = 5;

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final double[] upTo = new double[NAMES];

    public Crowd(long seed) {
        random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < NAMES; i++) {
            names.add(word(3));
            sum += 1.0 / (i + 6);
            upTo[i] = sum;
        }
    }

    /** As people are. */
    public synchronized Somebody anybody() {
        return of(drawn(), drawn());
    }

    /** With one of the five commonest family names and given names. */
    public synchronized Somebody commonly() {
        return of(names.get(random.nextInt(COMMON)), names.get(random.nextInt(COMMON)));
    }

    /** With names that nobody else has. */
    public synchronized Somebody uniquely() {
        return of(word(6), word(6));
    }

    private Somebody of(String family, String given) {
        return new Somebody(
                family + any(ENDINGS),
                given,
                1_960 + random.nextInt(47),
                "93" + (1_000_000 + random.nextInt(8_999_999)),
                any(DISTRICTS));
    }

    private String drawn() {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[NAMES - 1]);
        return names.get(Math.min(found < 0 ? -found - 1 : found, NAMES - 1));
    }

    private String word(int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
