package org.homeward.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.homeward.bench.load.Load;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other end of {@link Child}: carries out orders until its standard input ends, which it also
 * does when the bench dies. Nothing else may write to standard output.
 */
public final class Serving {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Serving() {}

    /**
     * @param arguments of the process
     * @param start makes the subject
     */
    public static void main(String[] arguments, Function<Settings, Subject> start)
            throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        Subject subject = start.apply(JSON.readValue(arguments[0], Settings.class));
        out.println(JSON.writeValueAsString(Answer.ready(subject.port())));
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            out.println(JSON.writeValueAsString(answer(subject, line)));
        }
        System.exit(0);
    }

    private static Answer answer(Subject subject, String line) {
        try {
            return answer(subject, JSON.readValue(line, Order.class));
        } catch (RuntimeException failure) {
            failure.printStackTrace(System.err);
            return Answer.broken(String.valueOf(failure));
        }
    }

    private static Answer answer(Subject subject, Order order) {
        Duration length = Duration.ofMillis((long) (order.seconds() * 1_000));
        switch (order.what()) {
            case CLOSED -> {
                var command = subject.command(order.kind());
                return Answer.of(Load.closed(_ -> command, order.workers(), length));
            }
            case OPEN -> {
                var command = subject.command(order.kind());
                return Answer.of(Load.open(_ -> command, order.workers(), order.rate(), length));
            }
            case WATCH -> subject.effects().watch();
            case EFFECTS -> {
                return Answer.of(subject.effects().seen());
            }
            case COPY -> subject.copy(order.database());
            case DRAIN -> subject.drain(order.database(), order.topic());
            case STOP_DRAIN -> subject.stopDrain();
        }
        return Answer.ready(subject.port());
    }
}
