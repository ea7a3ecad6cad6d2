package org.homeward.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Puts the figures into the guide that explains them, between two marks, so they never differ. */
public final class Table {

    private static final String END = "<!-- end of figures -->";

    private Table() {}

    /** Does nothing where there is no guide. */
    public static void putInto(Path guide, Report report) {
        if (!Files.isRegularFile(guide)) {
            return;
        }
        try {
            var text = Files.readString(guide);
            var mark =
                    "<!-- figures: written by ./homeward bench %s -->"
                            .formatted(report.benchmark());
            int begin = text.indexOf(mark);
            int end = text.indexOf(END, Math.max(begin, 0));
            if (begin < 0 || end < begin) {
                throw new IllegalStateException(guide + " has no place for the figures");
            }
            Files.writeString(
                    guide,
                    text.substring(0, begin)
                            + mark
                            + "\n\n"
                            + of(report)
                            + "\n"
                            + text.substring(end));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String of(Report report) {
        var machine = report.machine();
        var table = new StringBuilder();
        table.append(
                "%d cores (%s), %s, Java %s, MongoDB %s, Kafka %s; the last run began with seed %d at a load of %.1f.\n\n"
                        .formatted(
                                machine.cores(),
                                machine.processor(),
                                machine.writeConcern(),
                                machine.java(),
                                machine.mongodb(),
                                machine.kafka(),
                                report.seed(),
                                machine.loadBefore()));
        table.append(
                "| figure | what | ours | floor | ratio | ours from–to | goal | | measured |\n");
        table.append("|---|---|---:|---:|---:|---|---|---|---|\n");
        report.figures().forEach(figure -> table.append(row(figure)));
        return table.toString();
    }

    private static String row(Figure figure) {
        var spread = figure.spread().ours();
        return "| `%s` | %s | %s %s | %s | %s | %s–%s | %s | %s | %s |\n"
                .formatted(
                        figure.name(),
                        figure.says(),
                        number(figure.ours()),
                        figure.unit(),
                        figure.floor() == null ? "" : number(figure.floor()),
                        figure.ratio() == null
                                ? ""
                                : String.format(Locale.ROOT, "%.2f", figure.ratio()),
                        number(spread.getFirst()),
                        number(spread.getLast()),
                        figure.goal() == null ? "" : figure.goal(),
                        figure.met() == null ? "" : figure.met() ? "reached" : "missed",
                        figure.measured());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
    }
}
