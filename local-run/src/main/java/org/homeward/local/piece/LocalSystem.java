package org.homeward.local.piece;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.homeward.backends.BackendUnavailable;
import org.homeward.backends.ChildProcess;
import org.homeward.backends.FreePorts;
import org.homeward.local.Detours;
import org.homeward.local.Extent;
import org.homeward.local.Home;
import org.homeward.local.Ports;
import org.homeward.local.Refusal;
import org.slf4j.LoggerFactory;

/** All pieces together: started in stages, stopped the other way round. */
public final class LocalSystem {

    private static final Duration STOP = Duration.ofSeconds(25);
    private static final Duration BECOME_READY = Duration.ofSeconds(60);

    private final Path run;
    private final List<List<Piece>> stages;
    private final PrintStream progress;

    LocalSystem(Path run, List<List<Piece>> stages, PrintStream progress) {
        this.run = run;
        this.stages = stages;
        this.progress = progress;
    }

    /**
     * The whole local run.
     *
     * @param compressed false: MongoDB and Kafka store plain text
     */
    public static LocalSystem of(
            Home home, Ports ports, Extent extent, boolean compressed, PrintStream progress) {
        LoggerFactory.getILoggerFactory(); // before several threads log at once
        var pieces = new Pieces(home, ports, new Detours(System.getenv()), extent);
        return new LocalSystem(home.run(), pieces.stages(compressed), progress);
    }

    public List<Piece> pieces() {
        return stages.stream().flatMap(List::stream).toList();
    }

    public enum Condition {
        READY,
        NOT_READY,
        STOPPED
    }

    private Condition condition(Piece piece) {
        if (!isRunning(piece)) {
            return Condition.STOPPED;
        }
        return piece.isReady() ? Condition.READY : Condition.NOT_READY;
    }

    /** Of all pieces, asked at the same time. */
    public Map<String, Condition> conditions() {
        Map<String, Condition> found = new ConcurrentHashMap<>();
        together(pieces(), piece -> found.put(piece.name(), condition(piece)));
        return found;
    }

    public boolean isRunning(Piece piece) {
        return pidFile(piece).process().isPresent();
    }

    public boolean anyRunning() {
        return pieces().stream().anyMatch(this::isRunning);
    }

    /** Starts what does not run and returns when everything is ready. */
    public void start() throws Refusal, BackendUnavailable {
        for (List<Piece> stage : stages) {
            together(stage, this::start);
        }
    }

    private void start(Piece piece) {
        Instant begin = Instant.now();
        if (isRunning(piece) && becomesReady(piece)) {
            return;
        }
        piece.start(process -> pidFile(piece).record(process));
        say(piece, "ready", begin);
    }

    private void say(Piece piece, String what, Instant begin) {
        long millis = Duration.between(begin, Instant.now()).toMillis();
        progress.printf("%-22s %s after %.1f s%n", piece.name(), what, millis / 1000.0);
    }

    /** Waits for a piece that runs already; false when it ends meanwhile. */
    private boolean becomesReady(Piece piece) {
        Instant end = Instant.now().plus(BECOME_READY);
        while (!piece.isReady()) {
            if (!isRunning(piece)) {
                return false;
            }
            if (Instant.now().isAfter(end)) {
                throw new Refusal(
                        piece.name() + " runs but is not ready; read " + piece.log() + ".");
            }
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new Refusal("Interrupted.");
            }
        }
        return true;
    }

    /** Before anything is started: ports are free, programs are there. */
    public void check() throws Refusal, BackendUnavailable {
        List<Piece> missing = pieces().stream().filter(piece -> !isRunning(piece)).toList();
        for (Piece piece : missing) {
            piece.ports().forEach((number, setting) -> demandFree(number, piece, setting));
        }
        missing.forEach(piece -> piece.check(progress)); // which may take a download
    }

    private static void demandFree(int number, Piece piece, String setting) {
        if (!FreePorts.isFree(number)) {
            throw new Refusal(
                    "Port %d for %s is in use by another program; change it with %s."
                            .formatted(number, piece.name(), setting));
        }
    }

    /** Starts these, if they do not run, at the same time; returns when they are ready. */
    public void start(List<String> names) throws Refusal, BackendUnavailable {
        together(names.stream().map(this::named).toList(), this::start);
    }

    private Piece named(String name) {
        return pieces().stream()
                .filter(piece -> piece.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("No " + name + " here: see status."));
    }

    /** Asks each to end and waits, the services first, the databases last. */
    public void stop() {
        for (List<Piece> stage : stages.reversed()) {
            if (stage.equals(stages.getFirst())) {
                stage.reversed().forEach(this::stop);
            } else {
                together(stage, this::stop);
            }
        }
    }

    private void stop(Piece piece) {
        PidFile file = pidFile(piece);
        file.process()
                .ifPresent(
                        process -> {
                            Instant begin = Instant.now();
                            String how = ChildProcess.stop(process, STOP) ? "stopped" : "killed";
                            say(piece, how, begin);
                        });
        file.forget();
    }

    private PidFile pidFile(Piece piece) {
        return new PidFile(run.resolve(piece.name() + ".pid"));
    }

    private static void together(List<Piece> stage, Consumer<Piece> work) {
        // not virtual ones: the lock of the jar that classes are loaded from holds their carriers
        // too, and where those are few all of them wait for each other
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            stage.forEach(
                    piece ->
                            all.add(CompletableFuture.runAsync(() -> work.accept(piece), threads)));
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
