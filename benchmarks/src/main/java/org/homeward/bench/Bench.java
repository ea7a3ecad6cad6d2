package org.homeward.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.homeward.bench.Backbone.Part;
import org.homeward.bench.report.Chart;
import org.homeward.bench.report.Figure;
import org.homeward.bench.report.Machine;
import org.homeward.bench.report.Report;
import org.homeward.bench.report.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./homeward bench backbone} and {@code sealing}: measures, prints and writes what it
 * measured.
 */
@Command(
        name = "./homeward bench",
        description = "Measures, ours against the least that could do it, on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {Bench.BackboneCommand.class, Bench.SealingCommand.class})
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        // the clients in this process have nothing to tell; the measured ones log to files
        System.setProperty("logback.configurationFile", "org/homeward/bench/logback-bench.xml");
        String[] given = arguments.length == 0 ? new String[] {"--help"} : arguments;
        System.exit(
                new CommandLine(new Bench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(given));
    }

    /** The event backbone: journal, relay, inbox. */
    @Command(
            name = "backbone",
            description = "Commit, publish, react: against bare MongoDB and Kafka.",
            mixinStandardHelpOptions = true)
    static final class BackboneCommand implements Callable<Integer> {

        private static final Path RESULTS = Path.of("benchmarks/results/backbone.json");
        private static final Path CHART = Path.of("docs/benchmarks.svg");
        private static final Path GUIDE = Path.of("docs/benchmarks.md");

        @Option(names = "--quick", description = "Under three minutes; figures are rough.")
        boolean quick;

        @Option(names = "--full", description = "More runs, and the drain of 1,000,000.")
        boolean full;

        @Option(names = "--seed", description = "Of the ids that are drawn; printed and kept.")
        long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

        @Option(
                names = "--out",
                description = "Where the JSON goes; the chart and the guide stay as they are then.")
        Path out = RESULTS;

        @Option(
                names = "--jvm",
                description = "An option for the processes under measurement, for a profile.")
        List<String> jvm = List.of();

        @Option(
                names = "--only",
                split = ",",
                description =
                        "Only these parts: ${COMPLETION-CANDIDATES}. The figures of the others stay"
                                + " as they are.")
        Set<Part> only = EnumSet.allOf(Part.class);

        @Override
        public Integer call() {
            var size = quick ? Size.QUICK : full ? Size.FULL : Size.NORMAL;
            var report = run(size, seed, only, jvm);
            if (only.size() < Part.values().length && Files.exists(out)) {
                report = report.beside(Report.read(out));
            }
            report.write(out);
            System.out.println("bench: written to " + out);
            if (out.equals(RESULTS)) {
                Chart.draw(report, CHART);
                Table.putInto(GUIDE, report);
                System.out.println("bench: drawn in " + CHART + ", told in " + GUIDE);
            }
            return 0;
        }
    }

    /** That people are sealed. */
    @Command(
            name = "sealing",
            description =
                    "Register, read and list people, sealed and plain; search for who is sealed.",
            mixinStandardHelpOptions = true)
    static final class SealingCommand implements Callable<Integer> {

        private static final Path RESULTS = Path.of("benchmarks/results/sealing.json");

        @Option(names = "--quick", description = "A few minutes, 20,000 people; figures are rough.")
        boolean quick;

        @Option(names = "--full", description = "More runs, and a search among 1,000,000.")
        boolean full;

        @Option(names = "--seed", description = "Of the people who are invented.")
        long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

        @Option(
                names = "--out",
                description = "Where the JSON goes; the guide stays as it is then.")
        Path out = RESULTS;

        @Override
        public Integer call() {
            var report = seal(quick ? Size.QUICK : full ? Size.FULL : Size.NORMAL, seed);
            report.write(out);
            System.out.println("bench: written to " + out);
            if (out.equals(RESULTS)) {
                Table.putInto(BackboneCommand.GUIDE, report);
                System.out.println("bench: told in " + BackboneCommand.GUIDE);
            }
            return 0;
        }
    }

    /** Starts all it needs, measures, and ends all it started. */
    static Report run(Size size, long seed, Set<Part> parts, List<String> jvm) {
        var options = new ArrayList<>(jvm);
        options.add("-Dbench.seed=" + seed);
        return measured(
                "backbone",
                size,
                seed,
                options,
                (ground, date, say) -> new Backbone(size, parts, ground, date, say).measure());
    }

    /** Likewise. */
    static Report seal(Size size, long seed) {
        return measured(
                "sealing",
                size,
                seed,
                List.of(),
                (ground, date, say) -> new Sealing(size, ground, date, seed, say).measure());
    }

    private interface Measuring {

        List<Figure> measure(Ground ground, String date, Consumer<String> say);
    }

    private static Report measured(
            String benchmark, Size size, long seed, List<String> options, Measuring measuring) {
        System.setProperty("bench.seed", Long.toString(seed));
        long start = System.nanoTime();
        double load = Machine.load();
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        say(start, "starting MongoDB and Kafka (seed " + seed + ", load before " + load + ")");
        try (var ground = Ground.start(options)) {
            var figures = measuring.measure(ground, date, line -> say(start, line));
            var machine = Machine.of(ground.mongo("admin"), load);
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            return new Report(benchmark, size.name(), seed, date, seconds, machine, figures);
        }
    }

    private static void say(long start, String line) {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf("[%4d s] %s%n", seconds, line);
    }
}
