package org.homeward.kit.time;

import java.time.Duration;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** The programme's clock was to be moved back. */
public final class ClockBackwards extends Problem {

    private static final long serialVersionUID = 1L;

    public ClockBackwards(Duration current) {
        super(
                409,
                "clock-backwards",
                "The clock goes forward only",
                "The programme's clock is ahead of that already.",
                Map.of("offset", current.toString()));
    }
}
