package org.homeward.kit.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.homeward.kit.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How long commands take and how they end: timer {@code homeward.command{action,outcome}}, outcome
 * {@code ok}, the slug of a problem, or {@code error}.
 */
public final class CommandMetrics {

    private final MeterRegistry meters;

    public CommandMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param action method and pattern of the path, never a path with ids
     */
    public <T extends @Nullable Object> T timed(String action, Supplier<T> command) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "error";
        try {
            T result = command.get();
            outcome = "ok";
            return result;
        } catch (Problem problem) {
            outcome = problem.slug();
            throw problem;
        } finally {
            sample.stop(meters.timer("homeward.command", "action", action, "outcome", outcome));
        }
    }
}
