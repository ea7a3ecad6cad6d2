package org.homeward.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Draws a report: for each figure a bar of ours over a bar of the floor, as long as their values
 * are to each other. It follows the reader's light or dark theme.
 */
public final class Chart {

    private static final int WIDTH = 900;
    private static final int LABEL = 330;
    private static final int BAR = 300;
    private static final int ROW = 44;
    private static final int HEAD = 34;
    private static final int TOP = 74;

    private static final String STYLE =
            """
            <style>
              .ground { fill: #ffffff; } .text { fill: #1c2330; } .quiet { fill: #5b6472; }
              .ours { fill: #1f7a68; } .floor { fill: #c3c9d2; } .met { fill: #1f7a68; } .missed { fill: #b3452c; }
              .rule { stroke: #e3e6ea; }
              text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
              .title { font-size: 18px; font-weight: 600; } .group { font-weight: 600; } .small { font-size: 12px; }
              @media (prefers-color-scheme: dark) {
                .ground { fill: #0f141b; } .text { fill: #e6e9ee; } .quiet { fill: #9aa4b2; }
                .ours { fill: #45b89f; } .floor { fill: #4a5462; } .met { fill: #45b89f; } .missed { fill: #f0846a; }
                .rule { stroke: #2a323d; }
              }
            </style>
            """;

    private record Group(String title, List<String> figures) {}

    private static final List<Group> GROUPS =
            List.of(
                    new Group(
                            "Throughput: longer is better",
                            List.of(
                                    "commit.closed",
                                    "running.ack",
                                    "running.effect",
                                    "http.effect",
                                    "running.effect.two",
                                    "http.effect.two",
                                    "drain.rate")),
                    new Group(
                            "Open loop at 200/s, one instance: shorter is better", latencies(200)),
                    new Group(
                            "Open loop at 500/s, one instance: shorter is better", latencies(500)));

    private final StringBuilder svg = new StringBuilder();
    private int y = TOP;

    private Chart() {}

    private static List<String> latencies(int rate) {
        return List.of("ack.p50", "ack.p99", "topic.p99", "effect.p50", "effect.p99").stream()
                .map(end -> "open" + rate + "." + end)
                .toList();
    }

    public static void draw(Report report, Path file) {
        try {
            Files.createDirectories(
                    Objects.requireNonNull(
                            file.toAbsolutePath().getParent(), "a file in a folder"));
            Files.writeString(file, of(report));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String of(Report report) {
        return new Chart().drawing(report);
    }

    private String drawing(Report report) {
        for (Group group : GROUPS) {
            var shown =
                    report.figures().stream()
                            .filter(figure -> group.figures().contains(figure.name()))
                            .toList();
            if (!shown.isEmpty()) {
                heading(group.title());
                shown.forEach(this::row);
            }
        }
        int height = y + 16;
        return """
               <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="Homeward's event backbone against its floor">
               %3$s<rect class="ground" width="%1$d" height="%2$d" rx="8"/>
               <text class="text title" x="24" y="34">Homeward's event backbone against its floor</text>
               <rect class="ours" x="24" y="48" width="12" height="10" rx="2"/><text class="quiet small" x="42" y="57">ours</text>
               <rect class="floor" x="84" y="48" width="12" height="10" rx="2"/><text class="quiet small" x="102" y="57">floor: bare drivers, no promises; the same run, on %4$s</text>
               %5$s</svg>
               """
                .formatted(
                        WIDTH,
                        height,
                        STYLE,
                        escaped(
                                report.machine().cores()
                                        + " cores, "
                                        + report.date().substring(0, 10)
                                        + ", size "
                                        + report.size()),
                        svg);
    }

    private void heading(String title) {
        line(
                "<line class=\"rule\" x1=\"24\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
                        .formatted(y + 4, WIDTH - 24, y + 4));
        line("<text class=\"text group\" x=\"24\" y=\"%d\">%s</text>".formatted(y + 26, title));
        y += HEAD + 6;
    }

    private void row(Figure figure) {
        double floor = figure.floor() == null ? 0 : figure.floor();
        double longest = Math.max(Math.max(figure.ours(), floor), 1e-9);
        text("text", 24, y + 16, label(figure));
        bar("ours", y + 3, figure.ours() / longest, number(figure.ours()) + " " + figure.unit());
        if (figure.floor() != null) {
            bar("floor", y + 20, floor / longest, number(floor));
        }
        if (figure.ratio() != null) {
            text("text", WIDTH - 150, y + 15, String.format(Locale.ROOT, "%.2f×", figure.ratio()));
        }
        if (figure.goal() != null) {
            boolean met = Boolean.TRUE.equals(figure.met());
            text(
                    (met ? "met" : "missed") + " small",
                    WIDTH - 150,
                    y + 31,
                    (met ? "✓ " : "✗ ") + figure.goal());
        }
        y += ROW;
    }

    private static String label(Figure figure) {
        return figure.says()
                .replace(", one instance", "")
                .replace("; one instance", "")
                .replace(", until the last effect", "")
                .replace(
                        "closed loop, while all is published and reacted to",
                        "relay and inbox at work");
    }

    private void bar(String kind, int top, double part, String value) {
        double length = Math.max(2, BAR * part);
        line(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"3\"/>",
                        kind,
                        LABEL,
                        top,
                        length));
        text("quiet small", (int) (LABEL + length + 6), top + 11, value);
    }

    private void text(String style, int x, int baseline, String text) {
        line(
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
                        .formatted(style, x, baseline, escaped(text)));
    }

    private void line(String element) {
        svg.append(element).append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
