package org.homeward.local.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.homeward.local.Extent;
import org.homeward.local.Ports;
import org.homeward.local.Refusal;
import org.homeward.local.identity.DemoUser;
import org.homeward.local.identity.DemoUsers;
import org.homeward.local.piece.LocalSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what does not run. In the foreground it stays and stops everything at Ctrl-C. */
@Command(name = "up", description = "Starts everything and shows where to look.")
final class UpCommand implements Callable<Integer> {

    private final Surroundings here;

    @Option(names = "--detach", description = "Return when all is ready; stop it with 'down'.")
    private boolean detach;

    @Option(
            names = "--uncompressed",
            description = "MongoDB and Kafka store plain text that can be searched in their files.")
    private boolean uncompressed;

    @Option(
            names = "--instances",
            paramLabel = "1|2",
            description = "How many of each service; without it as many as run, else 1.")
    private @Nullable Integer instances;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PIECE",
            description = "Start again only these, as in 'status', of a system that runs.")
    private List<String> only = List.of();

    UpCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Ports ports = here.options().ports();
        Extent extent = instances == null ? here.extent() : new Extent(instances);
        LocalSystem system = here.system(ports, extent, !uncompressed);
        boolean first = !system.anyRunning();
        Ports running = here.options().running();
        if (!first && running != null && !running.equals(ports)) {
            throw new Refusal("It runs on other ports: ./homeward down first.");
        }
        if (!only.isEmpty()) {
            here.alone(() -> system.start(only));
            return 0;
        }
        Thread stop = new Thread(() -> stop(system), "stop");
        boolean owner = first && !detach;
        here.alone(
                () -> {
                    system.check();
                    here.remember(ports, extent);
                    if (owner) {
                        Runtime.getRuntime().addShutdownHook(stop);
                    }
                    system.start();
                });
        boolean ready = new Table(system).print(here.out());
        here.out().println();
        here.out().println("Sign in as " + users() + ".");
        here.out().println("Password: " + here.home().secrets().demoPassword());
        if (owner) {
            here.out().println("Ctrl-C stops everything.");
            watch(system);
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        return ready ? 0 : 1;
    }

    private static String users() {
        return DemoUsers.load().all().stream()
                .map(DemoUser::username)
                .collect(Collectors.joining(", "));
    }

    private void stop(LocalSystem system) {
        here.out().println();
        system.stop();
        here.forget();
    }

    /** Until nothing runs any more, because somebody said 'down'. */
    private static void watch(LocalSystem system) {
        try {
            while (system.anyRunning()) {
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
