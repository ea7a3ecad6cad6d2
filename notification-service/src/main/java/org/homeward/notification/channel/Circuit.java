package org.homeward.notification.channel;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Set;
import org.homeward.notification.channel.NotTaken.Kind;

/**
 * Leaves a receiver that takes nothing alone for a while, longer each time, and then tries it with
 * one message.
 */
public final class Circuit {

    private final String receiver;
    private final CircuitBreaker breaker;

    /**
     * @param receiver in words, for logs
     * @param shortestPause how long it is left alone at first
     * @param longestPause the most that this grows to
     * @param telling which refusals tell of the receiver as a whole and not of one message
     */
    public Circuit(
            String receiver, Duration shortestPause, Duration longestPause, Set<Kind> telling) {
        this.receiver = receiver;
        this.breaker =
                CircuitBreaker.of(
                        receiver,
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(4)
                                .minimumNumberOfCalls(2)
                                .failureRateThreshold(100)
                                .waitIntervalFunctionInOpenState(
                                        IntervalFunction.ofExponentialBackoff(
                                                shortestPause, 2, longestPause))
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .recordException(
                                        failure ->
                                                failure instanceof NotTaken no
                                                        && telling.contains(no.kind()))
                                .build());
    }

    /** How many messages it makes sense to begin now: 0 while the receiver is left alone. */
    public int room(int wanted) {
        return switch (breaker.getState()) {
            case State.OPEN, State.FORCED_OPEN -> 0;
            case State.HALF_OPEN -> Math.min(1, wanted);
            case State.CLOSED, State.DISABLED, State.METRICS_ONLY -> wanted;
        };
    }

    /**
     * @throws NotTaken what the attempt throws; or at once, while the receiver is left alone
     */
    public void run(Runnable attempt) {
        try {
            breaker.executeRunnable(attempt);
        } catch (CallNotPermittedException open) {
            throw new NotTaken(Kind.SERVER_AWAY, receiver + " was away and is left alone");
        }
    }
}
