package org.homeward.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The time by which periods of the programme run: cooling-off, visits, appeals, the end of a
 * consent. Leases, tokens, back-off and the keys of requests never read it: use {@link Clock}.
 */
public final class ProgrammeClock {

    /** Days of the programme are days here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Dushanbe");

    private final Clock clock;
    private final Supplier<Duration> offset;

    public ProgrammeClock(Clock clock, Supplier<Duration> offset) {
        this.clock = clock;
        this.offset = offset;
    }

    public Instant instant() {
        return clock.instant().plus(offset.get());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }
}
