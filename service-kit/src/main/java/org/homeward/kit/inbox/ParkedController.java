package org.homeward.kit.inbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The parking place for operators (I3). Nothing here takes an Idempotency-Key: to try an event
 * again that has been handled, or to discard what is gone, changes nothing. Who looked at a message
 * or dealt with it stands in the access log.
 */
@RestController
@RequestMapping("/ops/v1/parked")
class ParkedController {

    private static final String PURPOSE = "operations";
    private static final String TYPE = "parked";

    /** In the place of an id, for what is done to all. */
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final Parking parking;
    private final AccessLog log;

    ParkedController(Parking parking, AccessLog log) {
        this.parking = parking;
        this.log = log;
    }

    /**
     * @param content as text, at most 64 KiB of it
     */
    record Inspection(ParkedMessage message, String content) {}

    record DiscardRequest(@NotNull Discard.Reason reason) {}

    /**
     * @param flows whether the aggregate's events are handled again as they come
     */
    record Replayed(boolean flows) {}

    /**
     * @param parked how many messages are still parked
     */
    record Remaining(long parked) {}

    @GetMapping
    Page<ParkedMessage> list(PageRequest page) {
        return parking.list(page);
    }

    @GetMapping("/{id}")
    Inspection inspect(@PathVariable UUID id, Actor actor) {
        var message = parking.message(id);
        log.record(actor, PURPOSE, TYPE, List.of(id));
        return new Inspection(message, parking.inspect(id));
    }

    /** Tries the aggregate of a message again, from its first parked event on. */
    @PostMapping("/{id}/replay")
    Replayed replay(@PathVariable UUID id, Actor actor) {
        var source = parking.message(id).source();
        log.record(actor, PURPOSE, TYPE, List.of(id));
        return new Replayed(source == null ? parking.reread(id) : parking.replay(source));
    }

    /** Tries everything again, after a mistake of ours was repaired. */
    @PostMapping("/replay")
    Remaining replayAll(Actor actor) {
        log.record(actor, PURPOSE, TYPE, List.of(EVERYTHING));
        return new Remaining(parking.replayAll());
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestBody @Valid DiscardRequest wanted, Actor actor) {
        parking.message(id);
        log.record(actor, PURPOSE, TYPE, List.of(id));
        parking.discard(id, new Discard(wanted.reason(), actor.subject()));
    }
}
