package org.homeward.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured, several times, ours and the floor in turn.
 *
 * @param name stable: {@code commit.ack.closed}
 * @param says what it is, in words
 * @param ours median of the runs
 * @param floor likewise; none for what has no floor
 * @param ratio median of ours over median of the floor
 * @param spread smallest and largest of each
 * @param runs every single value, in the order they were measured
 * @param measured when, and how long: the start and the size of its run
 */
public record Figure(
        String name,
        String says,
        String unit,
        boolean moreIsBetter,
        double ours,
        @Nullable Double floor,
        @Nullable Double ratio,
        Spread spread,
        @Nullable String goal,
        @Nullable Boolean met,
        List<Run> runs,
        String measured) {

    /** One value of each; the floor's was measured right after ours, or right before. */
    public record Run(double ours, @Nullable Double floor) {}

    /** Smallest and largest. */
    public record Spread(List<Double> ours, List<Double> floor) {}

    /** Collects the runs of a figure. */
    public static final class Runs {

        private final String name;
        private final String says;
        private final String unit;
        private final boolean more;
        private final @Nullable Goal goal;
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> floor = new ArrayList<>();

        public Runs(String name, String says, String unit, boolean more, @Nullable Goal goal) {
            this.name = name;
            this.says = says;
            this.unit = unit;
            this.more = more;
            this.goal = goal;
        }

        public void ours(double value) {
            ours.add(value);
        }

        public void floor(double value) {
            floor.add(value);
        }

        /**
         * @param measured see {@link Figure}
         */
        public Figure figure(String measured) {
            double middle = median(ours);
            Double floorMiddle = floor.isEmpty() ? null : median(floor);
            Double ratio =
                    floorMiddle == null || floorMiddle == 0 ? null : rounded(middle / floorMiddle);
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                runs.add(
                        new Run(
                                rounded(ours.get(i)),
                                i < floor.size() ? rounded(floor.get(i)) : null));
            }
            return new Figure(
                    name,
                    says,
                    unit,
                    more,
                    rounded(middle),
                    floorMiddle == null ? null : rounded(floorMiddle),
                    ratio,
                    new Spread(ends(ours), ends(floor)),
                    goal == null ? null : goal.text(unit),
                    goal == null ? null : goal.met(middle, ratio),
                    runs,
                    measured);
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return size == 0 ? 0 : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    private static List<Double> ends(List<Double> values) {
        return values.isEmpty()
                ? List.of()
                : List.of(
                        rounded(values.stream().min(Double::compare).orElseThrow()),
                        rounded(values.stream().max(Double::compare).orElseThrow()));
    }

    /** Three digits after the point are more than any of this is exact to. */
    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
