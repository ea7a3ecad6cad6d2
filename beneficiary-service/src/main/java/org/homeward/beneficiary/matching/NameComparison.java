package org.homeward.beneficiary.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Compares two names part by part; the best of both field orders, a swap costing a little. */
final class NameComparison {

    /** Jaro-Winkler of folded names from which two are near; below lie 10 of 14 false pairs. */
    private static final double NEAR = 0.90;

    private static final int SHORTEST_PART = 4;

    private NameComparison() {}

    static List<Finding> of(PersonName one, PersonName other) {
        List<Finding> straight = parts(one, other);
        var swapped = new ArrayList<>(parts(one, other.swapped()));
        swapped.add(Finding.NAME_FIELDS_SWAPPED);
        boolean nearOnly =
                swapped.contains(Finding.GIVEN_NAME_DIFFERENT)
                        || swapped.contains(Finding.FAMILY_NAME_DIFFERENT);
        return nearOnly || points(straight) >= points(swapped) ? straight : swapped;
    }

    static int points(List<Finding> findings) {
        return findings.stream().mapToInt(Finding::points).sum();
    }

    private static List<Finding> parts(PersonName one, PersonName other) {
        var findings = new ArrayList<Finding>();
        NameKeys given = NameKeys.of(one.given());
        NameKeys otherGiven = NameKeys.of(other.given());
        if (!given.isEmpty() && !otherGiven.isEmpty()) {
            findings.add(given(one, other, given, otherGiven));
        }
        NameKeys family = NameKeys.of(one.family());
        NameKeys otherFamily = NameKeys.of(other.family());
        if (!family.isEmpty() && !otherFamily.isEmpty()) {
            findings.add(family(family, otherFamily));
        }
        return findings;
    }

    private static Finding given(
            PersonName one, PersonName other, NameKeys keys, NameKeys otherKeys) {
        String strict = NameFolding.strict(one.given());
        String otherStrict = NameFolding.strict(other.given());
        boolean whole =
                strict.equals(otherStrict)
                        || meet(
                                NameFolding.variants(one.given()),
                                NameFolding.variants(other.given()));
        if (whole) {
            return Finding.GIVEN_NAME_SAME;
        }
        if (NameFolding.loose(strict).equals(NameFolding.loose(otherStrict))) {
            return Finding.GIVEN_NAME_LOOSELY_SAME;
        }
        if (meet(keys.strict(), otherKeys.strict())) {
            return Finding.GIVEN_NAME_PARTLY_SAME;
        }
        return isNear(strict, otherStrict) || contains(strict, otherStrict)
                ? Finding.GIVEN_NAME_NEAR
                : Finding.GIVEN_NAME_DIFFERENT;
    }

    private static Finding family(NameKeys keys, NameKeys otherKeys) {
        if (meet(keys.strict(), otherKeys.strict())) {
            return Finding.FAMILY_NAME_SAME;
        }
        if (meet(keys.stemmed(), otherKeys.stemmed())) {
            return Finding.FAMILY_NAME_SAME_STEM;
        }
        if (meet(keys.loose(), otherKeys.loose())) {
            return Finding.FAMILY_NAME_LOOSELY_SAME;
        }
        return isNear(keys.strict().iterator().next(), otherKeys.strict().iterator().next())
                ? Finding.FAMILY_NAME_NEAR
                : Finding.FAMILY_NAME_DIFFERENT;
    }

    /** A father's name, whatever its ending. */
    static Finding patronymic(String one, String other) {
        NameKeys keys = NameKeys.of(one);
        NameKeys otherKeys = NameKeys.of(other);
        if (meet(keys.loose(), otherKeys.loose())) {
            return Finding.PATRONYMIC_SAME;
        }
        return isNear(NameFolding.strict(one), NameFolding.strict(other))
                ? Finding.PATRONYMIC_NEAR
                : Finding.PATRONYMIC_DIFFERENT;
    }

    /** Whether a patronymic is made from this given name. */
    static boolean isFrom(String patronymic, String given) {
        return meet(NameKeys.of(patronymic).loose(), NameKeys.of(given).loose());
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
    }

    private static boolean isNear(String one, String other) {
        return JaroWinkler.similarity(one, other) >= NEAR;
    }

    /** Юсуф and Юсуфҷон: an affectionate ending. */
    private static boolean contains(String one, String other) {
        return (one.length() >= SHORTEST_PART && other.contains(one))
                || (other.length() >= SHORTEST_PART && one.contains(other));
    }
}
