package org.homeward.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances of every service, several clients, and the faults that are likeliest to break a
 * promise. Which instance they hit is drawn from a seed that is printed; {@code -Dhomeward.seed}
 * sets it. {@code -Pfull} inflicts every kind, with several seeds: {@link EveryFaultIT}.
 */
class FaultsIT {

    private static final int CLIENTS = 4;

    private static final Campaign CAMPAIGN = new Campaign(System.out::println);
    private static List<String> broken = List.of();

    @BeforeAll
    static void play() {
        long seed = Long.getLong("homeward.seed", System.nanoTime());
        System.out.println("faults drawn from -Dhomeward.seed=" + seed);
        CAMPAIGN.start();
        var steps = new Mix(new Random(seed)).essential().iterator();
        broken = CAMPAIGN.play(steps, CLIENTS, new Random(seed)).broken();
    }

    @AfterAll
    static void stop() {
        CAMPAIGN.close();
    }

    @Test
    void every_invariant_holds_after_the_faults_that_are_likeliest_to_break_one() {
        assertThat(broken).isEmpty();
    }
}
