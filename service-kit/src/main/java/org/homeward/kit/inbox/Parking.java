package org.homeward.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.contracts.MalformedEvent;
import org.homeward.kit.inbox.Position.Why;
import org.homeward.kit.journal.Change;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What an operator does about parked messages (I3). An aggregate is dealt with in the order of its
 * events; it flows again by itself when none of them is parked any more.
 */
public final class Parking {

    private static final String FILTER = "parked";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int SHOWN = 64 * 1024;

    private final MongoOperations mongo;
    private final Recognition recognition;
    private final Rounds rounds;
    private final Positions positions;
    private final ParkingPlace parkingPlace;
    private final Progress progress;
    private final Replay replay;
    private final Cursors cursors;

    Parking(
            MongoOperations mongo,
            Recognition recognition,
            Rounds rounds,
            Positions positions,
            ParkingPlace parkingPlace,
            Progress progress,
            Replay replay,
            Cursors cursors) {
        this.mongo = mongo;
        this.recognition = recognition;
        this.rounds = rounds;
        this.positions = positions;
        this.parkingPlace = parkingPlace;
        this.progress = progress;
        this.replay = replay;
        this.cursors = cursors;
    }

    /** All parked messages, in no order that means anything. */
    public Page<ParkedMessage> list(PageRequest page) {
        UUID last = page.cursor() == null ? BEFORE_ALL : cursors.decode(page.cursor(), FILTER).id();
        List<Document> found = parkingPlace.after(mongo, last, page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<ParkedMessage> items =
                found.stream().limit(page.limit()).map(ParkedFormat::message).toList();
        return new Page<>(items, more ? cursors.encode(0, items.getLast().id(), FILTER) : null);
    }

    /**
     * @throws NotFound when it is not parked
     */
    public ParkedMessage message(UUID id) {
        return ParkedFormat.message(parkingPlace.find(mongo, id).orElseThrow(NotFound::new));
    }

    /**
     * What the message says, as text, at most 64 KiB of it.
     *
     * @throws NotFound when it is not parked
     */
    public String inspect(UUID id) {
        Binary value =
                parkingPlace.find(mongo, id).orElseThrow(NotFound::new).get("value", Binary.class);
        byte[] bytes = value == null ? new byte[0] : value.getData();
        return new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8);
    }

    /**
     * Tries the parked events of an aggregate again, in order, through the same handlers.
     *
     * @return whether the aggregate flows now; if not, its first event failed again or events
     *     before it are still missing
     */
    public boolean replay(String source) {
        replay.of(source);
        return positions.blocked(mongo, List.of(source)).isEmpty();
    }

    /**
     * Tries everything again: after a mistake of ours was repaired.
     *
     * @return how many messages are still parked
     */
    public long replayAll() {
        UUID last = BEFORE_ALL;
        List<Document> some = parkingPlace.after(mongo, last, 100);
        while (!some.isEmpty()) {
            for (Document parked : some) {
                last = parked.get("_id", UUID.class);
                if (ParkedFormat.isGarbage(parked)) {
                    reread(last);
                } else {
                    replay.of(parked.getString("s"));
                }
            }
            some = parkingPlace.after(mongo, last, 100);
        }
        return parkingPlace.count(mongo);
    }

    /**
     * What was no valid event to an older version may be one now.
     *
     * @return whether it is
     */
    public boolean reread(UUID id) {
        Tally reread =
                rounds.commit(
                        change ->
                                parkingPlace
                                        .find(change.mongo(), id)
                                        .flatMap(this::recognised)
                                        .map(event -> admit(change, id, event))
                                        .orElseGet(Tally::new));
        reread.repaired().forEach(replay::of);
        return parkingPlace.find(mongo, id).isEmpty();
    }

    private Optional<Arrival> recognised(Document parked) {
        Garbage garbage = ParkedFormat.garbage(parked);
        try {
            return Optional.of(
                    recognition.event(
                            garbage.at(), garbage.key(), garbage.headers(), garbage.value()));
        } catch (MalformedEvent still) {
            return Optional.empty();
        }
    }

    private Tally admit(Change change, UUID id, Arrival event) {
        Round round = rounds.begin(change, List.of(event.source()));
        round.take(event, null);
        parkingPlace.remove(change.mongo(), List.of(id));
        progress.garbage(change.mongo(), event.at().topic(), event.at().partition(), -1);
        return round.finish();
    }

    /**
     * Takes a message out without any effect; what is behind it is handled then. Of an aggregate's
     * events only the first can go, and with it whatever was missing before it.
     *
     * @throws NotFound when it is not parked
     * @throws NotFirst when earlier events of its aggregate are parked
     */
    public void discard(UUID id, Discard discard) {
        Tally discarded =
                rounds.commit(
                        change -> {
                            Document parked =
                                    parkingPlace
                                            .find(change.mongo(), id)
                                            .orElseThrow(NotFound::new);
                            Tally tally =
                                    ParkedFormat.isGarbage(parked)
                                            ? forgetGarbage(change, parked)
                                            : pass(change, ParkedFormat.event(parked));
                            Instant now = change.now();
                            parkingPlace.discard(change.mongo(), parked, discard, now);
                            return tally;
                        });
        discarded.repaired().forEach(replay::of);
    }

    private Tally forgetGarbage(Change change, Document parked) {
        Located at = ParkedFormat.at(parked);
        progress.garbage(change.mongo(), at.topic(), at.partition(), -1);
        return new Tally();
    }

    private Tally pass(Change change, ParkedEvent discarded) {
        String source = discarded.envelope().source();
        for (ParkedEvent first : parkingPlace.first(change.mongo(), source, 1)) {
            if (!first.id().equals(discarded.id())) {
                throw new NotFirst();
            }
        }
        Arrival event = recognition.again(discarded);
        Round round = rounds.begin(change, List.of(source));
        Position last = round.position(source).blocked(Why.REPAIRED, change.now());
        round.move(
                switch (Verdict.on(last.flowing(), event.epoch(), event.sequence(), event.hash())) {
                    case Verdict.Apply _, Verdict.Gap _, Verdict.Behind _ ->
                            last.after(event.epoch(), event.sequence(), event.hash());
                    case Verdict.Repeat _, Verdict.Outdated _, Verdict.Contradiction _ -> last;
                });
        Tally tally = round.finish();
        tally.repaired(source);
        return tally;
    }
}
