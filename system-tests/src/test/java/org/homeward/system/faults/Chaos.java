package org.homeward.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./homeward chaos}: mixes faults at random under load and says what came of it. */
@Command(
        name = "./homeward chaos",
        description =
                "Starts a system of its own, two instances of every service, and mixes faults at"
                        + " random under load; exit code 0 only when every invariant holds at the"
                        + " end.",
        mixinStandardHelpOptions = true)
final class Chaos implements Callable<Integer> {

    @Option(names = "--minutes", defaultValue = "5", description = "of faults; default 5")
    private double minutes;

    @Option(names = "--seed", description = "the same seed draws the same faults")
    private long seed = System.nanoTime();

    @Option(names = "--clients", defaultValue = "4", description = "default 4")
    private int clients;

    @Option(
            names = "--only",
            split = ",",
            description = "kinds to draw from: ${COMPLETION-CANDIDATES}")
    private List<Mix.Kind> only = List.of(Mix.Kind.values());

    @Option(names = "--essential", description = "the faults of the short test, once, no others")
    private boolean essential;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Chaos()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.println("faults drawn from --seed " + seed);
        var campaign = new Campaign(System.out::println);
        var stop = new Thread(campaign::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        campaign.start();
        var random = new Random(seed);
        var mix = new Mix(random, only);
        long end = System.nanoTime() + Duration.ofMillis((long) (minutes * 60_000)).toNanos();
        var steps = essential ? mix.essential().iterator() : mix.until(end);
        return campaign.play(steps, clients, new Random(seed)).isGood() ? 0 : 1;
    }
}
