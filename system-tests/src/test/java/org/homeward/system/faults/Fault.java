package org.homeward.system.faults;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.system.Halt;
import org.homeward.system.faults.Wire.Quality;

/** Something bad that is done to the system while it works, and undone after a while. */
sealed interface Fault {

    /** For the protocol: what, and to whom. */
    String name();

    void inflict(Site site);

    /** As it was before; everything runs when this returns. */
    void heal(Site site);

    /** kill -9 of pieces, all at once. */
    record Kill(List<String> pieces) implements Fault {

        Kill(String... pieces) {
            this(List.of(pieces));
        }

        @Override
        public String name() {
            return "kill -9 " + String.join(" and ", pieces);
        }

        @Override
        public void inflict(Site site) {
            pieces.forEach(site.system()::kill);
        }

        @Override
        public void heal(Site site) {
            site.restart(pieces);
        }
    }

    /** kill -9 of an instance at the worst point of its work, if it comes there in time. */
    record KillAt(String piece, Halt.Point point) implements Fault {

        private static final Duration PATIENCE = Duration.ofSeconds(15);

        @Override
        public String name() {
            return "kill -9 " + piece + " at " + point;
        }

        @Override
        public void inflict(Site site) {
            try (var halt = Halt.at(point, 1, site.system().debugPort(piece))) {
                var come = CompletableFuture.supplyAsync(halt::await);
                var _ =
                        come.completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .join();
                site.system().kill(piece);
            }
        }

        @Override
        public void heal(Site site) {
            site.restart(List.of(piece));
        }
    }

    /** SIGSTOP of an instance: it wakes later and believes that no time has passed. */
    record Pause(String piece) implements Fault {

        @Override
        public String name() {
            return "SIGSTOP " + piece;
        }

        @Override
        public void inflict(Site site) {
            Signals.send("STOP", site.system(), piece);
        }

        @Override
        public void heal(Site site) {
            Signals.send("CONT", site.system(), piece);
        }
    }

    /** SIGTERM: a graceful stop under load. */
    record Stop(String piece) implements Fault {

        @Override
        public String name() {
            return "SIGTERM " + piece;
        }

        @Override
        public void inflict(Site site) {
            Signals.send("TERM", site.system(), piece);
        }

        @Override
        public void heal(Site site) {
            Signals.awaitEnd(site.system(), piece);
            site.restart(List.of(piece));
        }
    }

    /** The clock of an instance is behind that of all others, until it is started anew. */
    record ClockBehind(String piece, Duration by) implements Fault {

        @Override
        public String name() {
            return "the clock of " + piece + " goes " + by.toSeconds() + " s behind";
        }

        @Override
        public void inflict(Site site) {
            var options = SkewedClock.behind(by, site.system().project());
            Signals.send("TERM", site.system(), piece);
            Signals.awaitEnd(site.system(), piece);
            site.system().start(List.of(piece), options);
        }

        @Override
        public void heal(Site site) {
            // it may stay so
        }
    }

    /**
     * A projection is built anew, and before it is in its place something happens.
     *
     * @param after so long
     */
    record Rebuilding(Duration after, Fault meanwhile) implements Fault {

        @Override
        public String name() {
            return "people are rebuilt, and after " + after.toMillis() + " ms " + meanwhile.name();
        }

        @Override
        public void inflict(Site site) {
            site.system().run(_ -> {}, "projections", "rebuild", "grant", "people");
            Campaign.pause(after);
            meanwhile.inflict(site);
        }

        @Override
        public void heal(Site site) {
            meanwhile.heal(site);
        }
    }

    /**
     * Several at once.
     *
     * @param faults the last is healed first
     */
    record Together(List<Fault> faults) implements Fault {

        Together(Fault... faults) {
            this(List.of(faults));
        }

        @Override
        public String name() {
            return faults.stream().map(Fault::name).collect(Collectors.joining(", then "));
        }

        @Override
        public void inflict(Site site) {
            for (var fault : faults) {
                fault.inflict(site);
                Campaign.pause(Duration.ofSeconds(2));
            }
        }

        @Override
        public void heal(Site site) {
            faults.reversed().forEach(fault -> fault.heal(site));
        }
    }

    /**
     * No file of a backend can grow any more, as on a full disk; when it is healed there is room
     * again, and it is started anew.
     */
    record FullDisk(String piece) implements Fault {

        private static final int ROOM = 64 * 1024;

        @Override
        public String name() {
            return "disk full at " + piece;
        }

        @Override
        public void inflict(Site site) {
            site.system()
                    .process(piece)
                    .ifPresent(p -> Signals.run("prlimit", "--pid=" + p.pid(), "--fsize=" + ROOM));
        }

        @Override
        public void heal(Site site) {
            site.system().kill(piece);
            Signals.awaitEnd(site.system(), piece);
            site.restart(List.of(piece));
        }
    }

    /**
     * A power cut at the broker: it dies, and of every partition of events the newest messages are
     * gone, although they were acknowledged.
     *
     * @param bytes that are lost at most of each partition
     */
    record LostTail(int bytes) implements Fault {

        @Override
        public String name() {
            return "a power cut takes the last " + bytes + " bytes of each partition";
        }

        @Override
        public void inflict(Site site) {
            site.system().kill("kafka");
            Signals.awaitEnd(site.system(), "kafka");
            try (var files = Files.walk(site.system().state().resolve("data").resolve("kafka"))) {
                for (var file : files.filter(LostTail::isOfEvents).toList()) {
                    if (file.toString().endsWith("index")) {
                        Files.delete(file);
                    } else if (file.toString().endsWith(".log")) {
                        try (var log = FileChannel.open(file, StandardOpenOption.WRITE)) {
                            log.truncate(Math.max(0, log.size() - bytes));
                        }
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private static boolean isOfEvents(Path file) {
            var partition = String.valueOf(file.getName(file.getNameCount() - 2));
            return partition.matches("homeward\\..+-\\d+")
                    && !partition.startsWith("homeward.watermark");
        }

        @Override
        public void heal(Site site) {
            site.restart(List.of("kafka"));
        }
    }

    /** The network to a backend is away, or swallows what one side says. */
    record Broken(Backend backend, Quality quality) implements Fault {

        @Override
        public String name() {
            return backend + " " + quality;
        }

        @Override
        public void inflict(Site site) {
            backend.wire(site).become(quality);
        }

        @Override
        public void heal(Site site) {
            backend.wire(site).become(Quality.GOOD);
        }
    }

    /** Every answer and question comes late. */
    record Slow(Backend backend, Duration by) implements Fault {

        @Override
        public String name() {
            return backend + " slower by " + by.toMillis() + " ms each way";
        }

        @Override
        public void inflict(Site site) {
            backend.wire(site).slow(by);
        }

        @Override
        public void heal(Site site) {
            backend.wire(site).slow(Duration.ZERO);
        }
    }

    /** The primary gives up its office for some seconds. */
    record StepDown(int seconds) implements Fault {

        @Override
        public String name() {
            return "MongoDB's primary steps down for " + seconds + " s";
        }

        @Override
        public void inflict(Site site) {
            try (var mongo = Evidence.client(site.system())) {
                mongo.getDatabase("admin")
                        .runCommand(
                                new Document("replSetStepDown", seconds)
                                        .append("secondaryCatchUpPeriodSecs", 0)
                                        .append("force", true));
            } catch (MongoException ended) {
                // it closes connections as it goes
            }
        }

        @Override
        public void heal(Site site) {
            // it is elected again by itself
        }
    }

    /** What there is a wire to. */
    enum Backend {
        MONGODB,
        KAFKA,
        SMTP;

        Wire wire(Site site) {
            return switch (this) {
                case MONGODB -> site.mongodb();
                case KAFKA -> site.kafka();
                case SMTP -> site.smtp();
            };
        }
    }
}
