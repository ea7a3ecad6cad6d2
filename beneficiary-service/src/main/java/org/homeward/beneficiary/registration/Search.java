package org.homeward.beneficiary.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.security.Actor;

/**
 * That a worker looked for a person before registering her, and whom the search found. What was
 * asked for is not kept.
 *
 * @param by subject of the worker
 * @param found in the order of their likeness
 */
record Search(String by, Instant at, List<Candidate> found) {

    /** How long a registration may refer to it, and its candidates be read. */
    static final Duration VALID = Duration.ofMinutes(15);

    /** How long it is stored at least; within minutes after that it is gone by itself. */
    static final Duration KEPT = Duration.ofDays(1);

    Search {
        found = List.copyOf(found);
    }

    static Decision<Search> made(Actor worker, List<Candidate> found, Instant now) {
        return Decision.of(new Search(worker.subject(), now, found));
    }

    boolean covers(Actor worker, Instant now) {
        return by.equals(worker.subject()) && !now.isAfter(at.plus(VALID));
    }

    /**
     * Somebody who may be the same person.
     *
     * @param reference means nothing outside this search
     */
    record Candidate(UUID reference, UUID beneficiary) {}
}
