package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.notification.delivery.Delivery.Delivered;
import org.homeward.notification.delivery.Delivery.Queued;

/**
 * Claims a message, sends it and marks what has become of it. The claim is stored before the
 * attempt, so two instances do not send the same at once; who dies in between leaves the message to
 * the next after the lease.
 */
@UseCase("Send a message that is due")
class Deliver {

    private final Journal journal;
    private final Attempt attempt;
    private final MeterRegistry meters;
    private final Alarms alarms;

    Deliver(Journal journal, Attempt attempt, MeterRegistry meters, Alarms alarms) {
        this.journal = journal;
        this.attempt = attempt;
        this.meters = meters;
        this.alarms = alarms;
    }

    /** Does nothing when it is not due any more: somebody else has it. */
    void deliver(UUID id) {
        claim(id)
                .ifPresent(
                        claimed -> {
                            var outcome = attempt.of(claimed);
                            mark(claimed, outcome)
                                    .ifPresent(
                                            after ->
                                                    meters.counter(
                                                                    "homeward.deliveries",
                                                                    "state",
                                                                    DeliveryState.of(after).name())
                                                            .increment());
                        });
    }

    private Optional<Queued> claim(UUID id) {
        return journal.inTransaction(
                Origin.system("claim a delivery", UUID.randomUUID()),
                change ->
                        queued(change, id)
                                .filter(stored -> queuedIn(stored).isDue(change.now()))
                                .map(
                                        stored ->
                                                change.update(
                                                        stored,
                                                        queuedIn(stored).claim(change.now())))
                                .map(Deliver::queuedIn));
    }

    /**
     * Whoever has sent it may say so, even after the end of the lease; but one that failed must not
     * take it from the next who tries.
     */
    private Optional<Delivery> mark(Queued claimed, Attempt.Outcome outcome) {
        return journal.inTransaction(
                Origin.system("mark a delivery", UUID.randomUUID()),
                change ->
                        queued(change, claimed.id())
                                .flatMap(
                                        stored -> {
                                            var queued = queuedIn(stored);
                                            var decision = outcome.decide(queued, change.now());
                                            if (queued.attempts() != claimed.attempts()
                                                    && !(decision.state() instanceof Delivered)) {
                                                return Optional.empty();
                                            }
                                            outcome.remember(change);
                                            var after = change.update(stored, decision).state();
                                            if (after.leavesOpeningUnheard()) {
                                                alarms.raise(
                                                        "glass-broken",
                                                        "message "
                                                                + after.id()
                                                                + " of an opening was not delivered",
                                                        null);
                                            }
                                            return Optional.of(after);
                                        }));
    }

    private static Optional<Stored<Delivery>> queued(Change change, UUID id) {
        return change.find(DELIVERY, id).filter(stored -> stored.state() instanceof Queued);
    }

    private static Queued queuedIn(Stored<Delivery> stored) {
        return (Queued) stored.state();
    }
}
