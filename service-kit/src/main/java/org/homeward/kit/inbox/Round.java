package org.homeward.kit.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeward.kit.inbox.Arrival.Content;
import org.homeward.kit.inbox.Position.Why;
import org.homeward.kit.inbox.Verdict.Apply;
import org.homeward.kit.inbox.Verdict.Behind;
import org.homeward.kit.inbox.Verdict.Contradiction;
import org.homeward.kit.inbox.Verdict.Gap;
import org.homeward.kit.inbox.Verdict.Outdated;
import org.homeward.kit.inbox.Verdict.Repeat;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The events of one transaction: judged, handled or parked, and the positions moved behind them
 * (I1). A gap and what stands behind a parked event is parked (I2, I3), never skipped.
 */
final class Round {

    private final Reactions reactions;
    private final Positions positions;
    private final ParkingPlace parkingPlace;
    private final Change change;
    private final Map<String, Position> current;
    private final Set<String> moved = new HashSet<>();
    private final List<ParkedEvent> parked = new ArrayList<>();
    private final List<UUID> released = new ArrayList<>();
    private final Tally tally = new Tally();

    Round(
            Reactions reactions,
            Positions positions,
            ParkingPlace parkingPlace,
            Change change,
            Collection<String> sources) {
        this.reactions = reactions;
        this.positions = positions;
        this.parkingPlace = parkingPlace;
        this.change = change;
        this.current = positions.load(change.mongo(), sources);
    }

    /**
     * Takes the next event.
     *
     * @param doomed why it cannot be handled, so that it is parked if its turn is now; or null
     */
    void take(Arrival event, @Nullable String doomed) {
        Position last = position(event.source());
        switch (Verdict.on(last, event.epoch(), event.sequence(), event.hash())) {
            case Repeat _, Outdated _ -> tally.repeat();
            case Contradiction _ -> tally.alarm(Alarm.CONTRADICTION, event.source());
            case Behind _ -> {
                park(event, ParkedEvent.BEHIND, 0);
                move(last);
            }
            case Gap _ -> {
                park(event, ParkedEvent.GAP, 0);
                move(last.blocked(Why.GAP, change.now()));
                tally.gap();
                tally.alarm(Alarm.GAP, event.source());
            }
            case Apply(long lost) -> apply(event, last, lost, doomed);
        }
    }

    private void apply(Arrival event, Position last, long lost, @Nullable String doomed) {
        String obstacle =
                doomed == null && event.content() instanceof Content.Unreadable(String reason)
                        ? reason
                        : doomed;
        if (obstacle != null) {
            park(event, obstacle, 1);
            move(last.blocked(Why.FAILED, change.now()));
            tally.alarm(Alarm.PARKED, event.source());
            return;
        }
        if (lost > 0) {
            tally.alarm(Alarm.TAIL_LOST, event.source());
        }
        handle(event);
        Position next = last.after(event.epoch(), event.sequence(), event.hash());
        if (next.isBlocked(Why.GAP)) {
            next = next.blocked(Why.REPAIRED, change.now());
            tally.repaired(event.source());
        }
        move(next);
    }

    /** Handles a parked event whose turn it is, or finds that it has none any more. */
    boolean unpark(ParkedEvent waiting, Arrival event) {
        Position last = position(event.source());
        Position free = last.flowing();
        switch (Verdict.on(free, event.epoch(), event.sequence(), event.hash())) {
            case Apply(long lost) -> {
                if (lost > 0) {
                    tally.alarm(Alarm.TAIL_LOST, event.source());
                }
                if (event.content() instanceof Content.Unreadable(String reason)) {
                    throw new Unreadable(reason);
                }
                handle(event);
                move(last.after(event.epoch(), event.sequence(), event.hash()));
            }
            case Repeat _ -> tally.repeat();
            case Outdated _, Contradiction _ -> tally.alarm(Alarm.PARKED_OUTDATED, event.source());
            case Gap _, Behind _ -> {
                move(last.blocked(Why.GAP, change.now()));
                return false;
            }
        }
        released.add(waiting.id());
        return true;
    }

    private void handle(Arrival event) {
        switch (event.content()) {
            case Content.Wanted(var wanted) -> {
                try {
                    var envelope = event.envelope();
                    var origin = Origin.system(envelope.type(), envelope.id());
                    reactions.react(wanted, event.received(), change.causedBy(origin));
                } catch (StackOverflowError | LinkageError | AssertionError broken) {
                    // an Error would stop the consumer for good
                    throw new HandlerBroken(broken);
                }
                tally.applied();
            }
            case Content.Unknown _ -> tally.unknown();
            case Content.Unwanted _, Content.Unreadable _ -> {}
        }
    }

    private void park(Arrival event, String reason, int attempts) {
        parked.add(parkingPlace.waiting(event, reason, change.now(), attempts));
    }

    Position position(String source) {
        return Objects.requireNonNull(current.get(source), "the position was not loaded");
    }

    /** Also a position that only has one more parked event behind it: its blocker must notice. */
    void move(Position position) {
        current.put(position.source(), position);
        moved.add(position.source());
    }

    /** Writes what was parked and where the positions are now. */
    Tally finish() {
        parkingPlace.park(change.mongo(), parked);
        parkingPlace.remove(change.mongo(), released);
        positions.save(change.mongo(), moved.stream().map(this::position).toList());
        return tally;
    }
}
