package org.homeward.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of fault, one after the other, with several seeds: runs with {@code -Pfull} only. */
@Tag("full")
class EveryFaultIT {

    private static final int CLIENTS = 4;

    private final Campaign campaign = new Campaign(System.out::println);

    @AfterEach
    void stop() {
        campaign.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_invariant_holds_after_every_kind_of_fault(long seed) {
        campaign.start();
        var steps = new Mix(new Random(seed)).each().iterator();

        assertThat(campaign.play(steps, CLIENTS, new Random(seed)).broken()).isEmpty();
    }
}
