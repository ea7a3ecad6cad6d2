package org.homeward.kit.inbox;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles what a poll of the consumer brought. It promises:
 *
 * <ul>
 *   <li>I1 the effects and the positions behind them are one transaction, for the whole poll as a
 *       rule: exactly one effect however often an event is delivered;
 *   <li>I2 a gap is parked and alarmed;
 *   <li>I3 an event that cannot be handled after bounded retries is parked, and so are the later
 *       ones of its aggregate; all others flow on. What is no valid event is parked as it came;
 *   <li>a poll that takes the database too long three times in a row is handled in parts;
 *   <li>I4 it returns, and so lets the offset be committed, only when all of the poll is committed;
 *       when the database is away, or parking fails, it throws and the whole poll comes again.
 * </ul>
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Recognition recognition;
    private final Rounds rounds;
    private final ParkingPlace parkingPlace;
    private final Progress progress;
    private final InboxMetrics metrics;
    private final Repairs repairs;
    private final InboxCollections collections;
    private final TooLong tooLong = new TooLong();

    Inbox(
            Recognition recognition,
            Rounds rounds,
            ParkingPlace parkingPlace,
            Progress progress,
            InboxMetrics metrics,
            Repairs repairs,
            InboxCollections collections) {
        this.recognition = recognition;
        this.rounds = rounds;
        this.parkingPlace = parkingPlace;
        this.progress = progress;
        this.metrics = metrics;
        this.repairs = repairs;
        this.collections = collections;
    }

    void handle(List<ConsumerRecord<?, ?>> records) {
        metrics.inHand(records.size());
        collections.make();
        handle(recognition.poll(records));
        metrics.inHand(0);
    }

    private void handle(Poll poll) {
        if (tooLong.isHopeless(poll)) {
            apart(poll, "ran out of time");
            return;
        }
        try {
            together(poll);
        } catch (RuntimeException failure) {
            if (Failures.outOfTime(failure)) {
                tooLong.noted(poll);
            }
            if (Failures.passing(failure)) {
                throw failure;
            }
            apart(poll, Failures.reason(failure));
        }
    }

    private void together(Poll poll) {
        commit(
                change -> {
                    Tally tally = round(change, poll.events(), null);
                    close(change, poll, tally);
                    return tally;
                });
    }

    private void apart(Poll poll, String reason) {
        LOG.warn(
                "a poll of {} events failed with {}: one aggregate at a time",
                poll.events().size(),
                reason);
        metrics.fallback();
        Retries retries = new Retries();
        for (List<Arrival> events : poll.byAggregate()) {
            aggregate(events, retries);
        }
        commit(
                change -> {
                    Tally tally = new Tally();
                    close(change, poll, tally);
                    return tally;
                });
    }

    private void aggregate(List<Arrival> events, Retries retries) {
        if (events.size() > 1) {
            try {
                commit(change -> round(change, events, null));
                return;
            } catch (RuntimeException failure) {
                if (Failures.passing(failure) && !Failures.outOfTime(failure)) {
                    throw failure;
                }
            }
        }
        for (int i = 0; i < events.size(); i++) {
            if (!single(events.get(i), retries)) {
                List<Arrival> behind = events.subList(i + 1, events.size());
                commit(change -> round(change, behind, null));
                return;
            }
        }
    }

    /** Handles an event or parks it; tells which. */
    private boolean single(Arrival event, Retries retries) {
        try {
            retries.run(() -> commit(change -> round(change, List.of(event), null)));
            return true;
        } catch (RuntimeException failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            String reason = Failures.reason(failure);
            commit(change -> round(change, List.of(event), reason));
            return false;
        }
    }

    private Tally commit(Function<Change, Tally> work) {
        Tally tally = rounds.commit(work);
        repairs.soon(tally.repaired());
        return tally;
    }

    private Tally round(Change change, List<Arrival> events, @Nullable String doomed) {
        Set<String> sources = events.stream().map(Arrival::source).collect(Collectors.toSet());
        Round round = rounds.begin(change, sources);
        events.forEach(event -> round.take(event, doomed));
        return round.finish();
    }

    /** Garbage is parked and the partitions are read that far: the last of every poll. */
    private void close(Change change, Poll poll, Tally tally) {
        for (Garbage parked :
                parkingPlace.parkGarbage(change.mongo(), poll.garbage(), change.now())) {
            Located at = parked.at();
            progress.garbage(change.mongo(), at.topic(), at.partition(), 1);
            tally.alarm(Alarm.GARBAGE, at.topic() + "/" + at.partition());
        }
        progress.reached(change.mongo(), poll.next());
    }
}
