package org.homeward.contracts.grant;

/** The visits that each grant has, by the months after it was handed over. */
public enum VisitMonth {
    MONTH_1(1),
    MONTH_3(3),
    MONTH_6(6),
    MONTH_12(12);

    private final int months;

    VisitMonth(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }
}
