package org.homeward.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a figure should be. One that names a bound and a ratio is reached by either.
 *
 * @param more whether more is better
 * @param bound in the unit of the figure
 * @param ratio to the floor of the same run
 */
public record Goal(boolean more, @Nullable Double bound, @Nullable Double ratio) {

    public static Goal ofRatio(boolean more, double ratio) {
        return new Goal(more, null, ratio);
    }

    public static Goal atMost(double bound, double ratio) {
        return new Goal(false, bound, ratio);
    }

    boolean met(double ours, @Nullable Double floorRatio) {
        return reaches(ours, bound) || (floorRatio != null && reaches(floorRatio, ratio));
    }

    private boolean reaches(double value, @Nullable Double limit) {
        return limit != null && (more ? value >= limit : value <= limit);
    }

    /** As people write it. */
    String text(String unit) {
        String sign = more ? "≥ " : "≤ ";
        String absolute = bound == null ? "" : sign + number(bound) + " " + unit;
        String relative = ratio == null ? "" : sign + number(ratio) + "× floor";
        return absolute + (bound != null && ratio != null ? " or " : "") + relative;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
