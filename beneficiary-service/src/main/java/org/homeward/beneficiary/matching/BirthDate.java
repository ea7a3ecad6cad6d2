package org.homeward.beneficiary.matching;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** A date of birth as exactly as it is known. Prints nothing personal. */
public sealed interface BirthDate {

    int year();

    /** The years this date may stand for, the likeliest first. */
    default List<Integer> years() {
        return List.of(year());
    }

    /** The day in the papers. */
    record Day(LocalDate date) implements BirthDate {

        private static final Set<MonthDay> FILL_INS =
                Set.of(MonthDay.of(1, 1), MonthDay.of(6, 15), MonthDay.of(7, 1));

        @Override
        public int year() {
            return date.getYear();
        }

        /**
         * Whether the day is one that registers fill in when nobody knows it: 1 January (massive in
         * humanitarian registers), also 15 June and 1 July. Such a day says no more than its year.
         */
        public boolean isFillIn() {
            return FILL_INS.contains(MonthDay.from(date));
        }

        /** Equal for a day, and for it with day and month taken for each other. */
        String eitherWay() {
            int day = date.getDayOfMonth();
            int month = date.getMonthValue();
            return year() + "-" + Math.min(day, month) + "-" + Math.max(day, month);
        }

        /** Whether the two are the same day with day and month taken for each other. */
        public boolean isSwapOf(Day other) {
            return !date.equals(other.date)
                    && year() == other.year()
                    && date.getDayOfMonth() == other.date.getMonthValue()
                    && date.getMonthValue() == other.date.getDayOfMonth();
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Only the year is known. */
    record Year(int year) implements BirthDate {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** The year is a guess, by a year or more. */
    record Estimated(int year) implements BirthDate {
        @Override
        public List<Integer> years() {
            return List.of(year, year - 1, year + 1);
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
