package org.homeward.beneficiary.registration;

import java.time.LocalDate;
import org.homeward.beneficiary.matching.BirthDate;
import org.homeward.contracts.beneficiary.AgeBand;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth as exactly as it is known.
 *
 * @param day only when the precision is {@link Precision#DAY}
 */
public record Birth(int year, @Nullable LocalDate day, Precision precision) {

    /** How exactly a date of birth is known. */
    public enum Precision {
        DAY,
        YEAR,
        ESTIMATED
    }

    public static Birth on(LocalDate day) {
        return new Birth(day.getYear(), day, Precision.DAY);
    }

    public static Birth in(int year, boolean estimated) {
        return new Birth(year, null, estimated ? Precision.ESTIMATED : Precision.YEAR);
    }

    /** Full years on a day; where only the year is known, by the end of that year. */
    public AgeBand bandOn(LocalDate today) {
        var born = day != null ? day : LocalDate.of(year, 1, 1);
        int age = born.until(today).getYears();
        if (age < 18) {
            return AgeBand.UNDER_18;
        }
        if (age < 25) {
            return AgeBand.FROM_18_TO_24;
        }
        return age < 60 ? AgeBand.FROM_25_TO_59 : AgeBand.FROM_60;
    }

    BirthDate forMatching() {
        if (day != null) {
            return new BirthDate.Day(day);
        }
        return precision == Precision.ESTIMATED
                ? new BirthDate.Estimated(year)
                : new BirthDate.Year(year);
    }

    @Override
    public String toString() {
        return "***";
    }
}
