package org.homeward.bench.process;

import org.homeward.bench.load.Acks;
import org.homeward.bench.load.Effects;
import org.homeward.bench.load.Latencies;
import org.jspecify.annotations.Nullable;

/**
 * What a process under measurement answers; a line of JSON on its standard output.
 *
 * @param latencies a histogram as text
 * @param broken why the order could not be carried out
 * @param port of its web server
 */
public record Answer(
        long done,
        long failed,
        @Nullable String failure,
        long from,
        long to,
        String latencies,
        @Nullable String broken,
        int port) {

    static Answer ready(int port) {
        return new Answer(0, 0, null, 0, 0, "", null, port);
    }

    static Answer broken(String why) {
        return new Answer(0, 0, null, 0, 0, "", why, 0);
    }

    static Answer of(Acks acks) {
        return new Answer(
                acks.done(),
                acks.failed(),
                acks.failure(),
                acks.from(),
                acks.to(),
                Latencies.toText(acks.latencies()),
                null,
                0);
    }

    static Answer of(Effects.Seen seen) {
        return new Answer(
                seen.count(), 0, null, 0, seen.last(), Latencies.toText(seen.latencies()), null, 0);
    }

    public Acks acks() {
        return new Acks(done, failed, failure, from, to, Latencies.fromText(latencies));
    }

    public Effects.Seen effects() {
        return new Effects.Seen(done, to, Latencies.fromText(latencies));
    }
}
