package org.homeward.system.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.homeward.contracts.Partitions;
import org.homeward.system.LocalSystem;

/**
 * At rest, what the instances of a service say they own adds up to its partitions, by their own
 * metric: neither is one left alone nor do two believe that it is theirs.
 */
final class EveryShardHasOneOwner implements Invariant {

    private static final Pattern OWNED =
            Pattern.compile("(?m)^homeward_relay_shards_owned(?:\\{.*})? ([0-9.]+)$");
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MANAGEMENT = 100;

    @Override
    public String says() {
        return "R4: every partition has one owner";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (var service : Service.values()) {
                int all = service.topics() * Partitions.COUNT;
                double owned = -1;
                long start = System.nanoTime();
                while (owned != all && System.nanoTime() - start < REST.toNanos()) {
                    owned = 0;
                    for (var port : service.ports()) {
                        owned += owned(http, left.system(), port);
                    }
                    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                }
                if (owned != all) {
                    broken.add(
                            "the instances of %s own %.0f partitions of %d"
                                    .formatted(service.consumer(), owned, all));
                }
            }
        }
        return broken;
    }

    private static double owned(HttpClient http, LocalSystem system, String port) {
        var metrics =
                URI.create(
                        "http://127.0.0.1:%d/actuator/prometheus"
                                .formatted(system.port(port) + MANAGEMENT));
        try {
            var request = HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(5)).build();
            var found = OWNED.matcher(http.send(request, BodyHandlers.ofString()).body());
            return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
        } catch (IOException away) {
            return Double.NaN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
