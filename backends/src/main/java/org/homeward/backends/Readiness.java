package org.homeward.backends;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits with a bound for what a child process is to become. */
final class Readiness {

    private Readiness() {}

    static void await(ChildProcess process, String what, Duration bound, BooleanSupplier ready) {
        long start = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new BackendUnavailable(what + " ended at once: " + process.lastWords());
            }
            if (System.nanoTime() - start > bound.toNanos()) {
                process.kill9();
                throw new BackendUnavailable(
                        what
                                + " was not ready within "
                                + bound.toSeconds()
                                + " s; see "
                                + process.log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailable("Interrupted while waiting", e);
        }
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(FreePorts.address(port), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    static void demandFree(int port, String what) {
        if (!FreePorts.isFree(port)) {
            throw new BackendUnavailable(
                    "Port " + port + " for " + what + " is in use by another program.");
        }
    }
}
