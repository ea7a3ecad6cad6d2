package org.homeward.kit.time;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads and moves the programme's clock; not there where people are really served. */
@RestController
final class ProgrammeClockController {

    private static final String PATH = "/local/v1/programme-clock";

    private final StoredOffset offset;
    private final ProgrammeClock clock;

    ProgrammeClockController(StoredOffset offset, ProgrammeClock clock) {
        this.offset = offset;
        this.clock = clock;
    }

    /**
     * @param offset ahead of the real time, for example {@code P14D} as {@code PT336H}
     */
    record SetProgrammeClock(
            @NotNull @DurationMin(seconds = 0) @DurationMax(days = 36500) Duration offset) {}

    record ProgrammeClockView(Duration offset, Instant now, LocalDate today) {}

    @GetMapping(PATH)
    ProgrammeClockView read() {
        return view(offset.current());
    }

    @PutMapping(PATH)
    ProgrammeClockView move(@RequestBody @Valid SetProgrammeClock wanted) {
        Duration now = offset.moveTo(wanted.offset());
        if (now.compareTo(wanted.offset()) > 0) {
            throw new ClockBackwards(now);
        }
        return view(now);
    }

    private ProgrammeClockView view(Duration current) {
        return new ProgrammeClockView(current, clock.instant(), clock.today());
    }
}
