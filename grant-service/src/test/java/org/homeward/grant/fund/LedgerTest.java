package org.homeward.grant.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {

    @Test
    void what_is_reserved_is_not_available_any_more_as_what_is_committed_or_spent() {
        var ledger = ledger(100, 10, 20, 30).after(reserving(40));

        assertThat(ledger).isEqualTo(ledger(100, 50, 20, 30));
        assertThatThrownBy(() -> ledger.after(reserving(1))).isInstanceOf(FundExhausted.class);
    }

    @Test
    void a_ledger_beyond_its_ceiling_does_not_exist() {
        assertThatThrownBy(() -> ledger(100, 50, 50, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Seeds are fixed, so a failure comes again; each walks another way. */
    long[] seeds() {
        return new Random(20_260_312).longs(20).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_is_reserved_is_the_sum_of_the_movements_and_never_beyond_the_ceiling(long seed) {
        var random = new Random(seed);
        var ledger = Ledger.upTo(diram(10_000));
        long reserved = 0;
        int refused = 0;
        for (int step = 0; step < 40; step++) {
            long amount = random.nextLong(1, 2_500);
            boolean refusal = amount > 10_000 - reserved;
            try {
                ledger = ledger.after(reserving(amount));
                assertThat(refusal).as("step %s should be refused", step).isFalse();
                reserved += amount;
            } catch (FundExhausted expected) {
                assertThat(refusal).as("step %s should be done", step).isTrue();
                refused++;
            }
            assertThat(ledger).as("step %s", step).isEqualTo(ledger(10_000, reserved, 0, 0));
            assertThat(ledger.available()).isEqualTo(diram(10_000 - reserved));
        }
        assertThat(refused).as("some were refused, some done").isBetween(1, 39);
    }

    @Test
    void money_that_is_not_there_is_not_moved() {
        var ledger = ledger(100, 10, 20, 30);

        for (var kind : Movement.Kind.values()) {
            assertThatThrownBy(() -> ledger.after(moving(kind, 41)))
                    .as("%s", kind)
                    .isInstanceOfAny(FundExhausted.class, IllegalArgumentException.class);
        }
    }

    /** Orders, payments, cancellations and returns in any order: no money comes or goes. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_moves_the_parts_add_up_to_the_ceiling(long seed) {
        var random = new Random(seed);
        var kinds = List.of(Movement.Kind.values());
        var ledger = Ledger.upTo(diram(10_000));
        int done = 0;
        for (int step = 0; step < 200; step++) {
            var kind = kinds.get(random.nextInt(kinds.size()));
            var before = ledger;
            try {
                ledger = ledger.after(moving(kind, random.nextLong(1, 2_500)));
                done++;
            } catch (FundExhausted | IllegalArgumentException lessIsThere) {
                assertThat(ledger).as("step %s", step).isEqualTo(before);
            }
            assertThat(
                            ledger.available()
                                    .plus(ledger.reserved())
                                    .plus(ledger.committed())
                                    .plus(ledger.spent()))
                    .as("step %s", step)
                    .isEqualTo(diram(10_000));
        }
        assertThat(done).as("some were done").isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_ceiling_moves_freely_above_what_is_in_use_and_never_below(long seed) {
        var random = new Random(seed);
        var ledger = ledger(10_000, 1_000, 2_000, 3_000);
        for (int step = 0; step < 100; step++) {
            var ceiling = diram(random.nextLong(5_000, 7_000));
            if (ceiling.isLessThan(ledger.used())) {
                var unchanged = ledger;
                assertThatThrownBy(() -> unchanged.upToAnother(ceiling))
                        .isInstanceOf(CeilingBelowUse.class);
            } else {
                ledger = ledger.upToAnother(ceiling);
                assertThat(ledger.ceiling()).isEqualTo(ceiling);
            }
            assertThat(ledger.used()).isEqualTo(diram(6_000));
        }
    }

    private static Ledger ledger(long ceiling, long reserved, long committed, long spent) {
        return new Ledger(diram(ceiling), diram(reserved), diram(committed), diram(spent));
    }

    private static Movement reserving(long diram) {
        return Movement.reserved(UUID.randomUUID(), diram(diram));
    }

    private static Movement moving(Movement.Kind kind, long diram) {
        return new Movement(kind, UUID.randomUUID(), diram(diram));
    }

    private static Money diram(long diram) {
        return new Money(BigDecimal.valueOf(diram, 2), Currency.TJS);
    }
}
