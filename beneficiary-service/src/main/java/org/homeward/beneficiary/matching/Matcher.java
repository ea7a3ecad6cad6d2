package org.homeward.beneficiary.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether two records are of one person. Keys and tokens find candidates; here sex, father's
 * name, birth, telephone, document and district decide.
 */
public final class Matcher {

    private Matcher() {}

    /** Compares a person searched for with a candidate, over present and former names. */
    public static MatchScore compare(KnownPerson one, KnownPerson other) {
        var findings = new ArrayList<>(bestNames(one, other));
        patronymic(one, other).ifPresent(findings::add);
        sex(one, other).ifPresent(findings::add);
        birth(one.birthDate(), other.birthDate()).ifPresent(findings::add);
        shared(one.phones(), other.phones(), Finding.PHONE_SAME, Finding.PHONE_DIFFERENT)
                .ifPresent(findings::add);
        shared(
                        normal(one.documents()),
                        normal(other.documents()),
                        Finding.DOCUMENT_SAME,
                        Finding.DOCUMENT_DIFFERENT)
                .ifPresent(findings::add);
        district(one, other).ifPresent(findings::add);
        relatives(one, other, findings).ifPresent(findings::add);
        return MatchScore.of(findings);
    }

    private static List<Finding> bestNames(KnownPerson one, KnownPerson other) {
        List<Finding> best = NameComparison.of(one.name(), other.name());
        for (PersonName name : one.names()) {
            for (PersonName otherName : other.names()) {
                var findings = new ArrayList<>(NameComparison.of(name, otherName));
                findings.add(Finding.BY_FORMER_NAME);
                best =
                        Collections.max(
                                List.of(best, findings),
                                Comparator.comparingInt(NameComparison::points));
            }
        }
        return best;
    }

    private static Optional<Finding> patronymic(KnownPerson one, KnownPerson other) {
        String patronymic = one.name().patronymic();
        String otherPatronymic = other.name().patronymic();
        return patronymic == null || otherPatronymic == null
                ? Optional.empty()
                : Optional.of(NameComparison.patronymic(patronymic, otherPatronymic));
    }

    private static Optional<Finding> sex(KnownPerson one, KnownPerson other) {
        Sex sex = one.sex();
        Sex otherSex = other.sex();
        if (sex == null || otherSex == null || sex == Sex.OTHER || otherSex == Sex.OTHER) {
            return Optional.empty();
        }
        return Optional.of(sex == otherSex ? Finding.SEX_SAME : Finding.SEX_DIFFERENT);
    }

    private static Optional<Finding> birth(@Nullable BirthDate one, @Nullable BirthDate other) {
        if (one == null || other == null) {
            return Optional.empty();
        }
        return Optional.of(BirthComparison.of(one, other));
    }

    private static Optional<Finding> shared(
            Set<String> ones, Set<String> others, Finding same, Finding different) {
        if (ones.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Collections.disjoint(ones, others) ? different : same);
    }

    private static Set<String> normal(Set<String> documents) {
        return documents.stream()
                .flatMap(number -> DocumentNumber.normal(number).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Finding> district(KnownPerson one, KnownPerson other) {
        String district = one.district();
        if (district == null || other.district() == null) {
            return Optional.empty();
        }
        return Optional.of(
                district.equals(other.district())
                        ? Finding.DISTRICT_SAME
                        : Finding.DISTRICT_DIFFERENT);
    }

    /** Father and son bear each other's names; twins share everything but the given name. */
    private static Optional<Finding> relatives(
            KnownPerson one, KnownPerson other, List<Finding> findings) {
        boolean oneDay = findings.contains(Finding.BIRTH_DAY_SAME);
        String patronymic = one.name().patronymic();
        String otherPatronymic = other.name().patronymic();
        if (patronymic != null
                && otherPatronymic != null
                && !oneDay
                && NameComparison.isFrom(patronymic, other.name().given())
                && NameComparison.isFrom(otherPatronymic, one.name().given())
                && findings.contains(Finding.PATRONYMIC_DIFFERENT)) {
            return Optional.of(Finding.PARENT_AND_CHILD);
        }
        boolean oneFamily =
                findings.contains(Finding.PATRONYMIC_SAME) || findings.contains(Finding.PHONE_SAME);
        return oneDay && oneFamily && findings.contains(Finding.GIVEN_NAME_DIFFERENT)
                ? Optional.of(Finding.TWINS)
                : Optional.empty();
    }
}
