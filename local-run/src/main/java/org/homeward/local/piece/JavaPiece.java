package org.homeward.local.piece;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.homeward.backends.ChildProcess;
import org.homeward.local.Refusal;

/**
 * A Spring Boot program of our own in a small JVM.
 *
 * @param forJvm options of its JVM
 * @param health answers 200 when the program is ready
 */
record JavaPiece(
        String name,
        List<Address> addresses,
        AppJar jar,
        List<String> forJvm,
        List<String> arguments,
        Map<String, String> environment,
        Map<Integer, String> ports,
        Path log,
        URI health)
        implements Piece {

    private static final Duration BOUND = Duration.ofMinutes(2);

    @Override
    public void check(PrintStream progress) {
        jar.demandBuilt();
    }

    @Override
    public void start(Consumer<ProcessHandle> started) {
        ChildProcess process = ChildProcess.start(jar.command(forJvm, arguments), environment, log);
        started.accept(process.handle());
        Instant end = Instant.now().plus(BOUND);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new Refusal(name + " ended while starting; read " + log + ".");
            }
            if (Instant.now().isAfter(end)) {
                process.stop(Duration.ofSeconds(20));
                throw new Refusal(
                        "%s was not ready after %d s and was stopped; read %s."
                                .formatted(name, BOUND.toSeconds(), log));
            }
            pause();
        }
        process.letOutlive();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    @Override
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
