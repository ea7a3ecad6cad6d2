package org.homeward.grant.inkind;

import static org.homeward.grant.fund.Movement.Kind.COMMITTED;
import static org.homeward.grant.fund.Movement.Kind.FREED;
import static org.homeward.grant.fund.Movement.Kind.SPENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.grant.fund.Movement;
import org.homeward.grant.money.Money;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

/**
 * Rent of a place of work, paid to the landlord month by month.
 *
 * @param payments one for each month that is paid, in order
 * @param ending null unless it was given up
 */
record Rent(UUID id, Money monthly, int months, List<Payment> payments, @Nullable Ending ending)
        implements Item {

    Rent {
        payments = List.copyOf(payments);
    }

    static Rent agreed(UUID id, Money monthly, int months) {
        return new Rent(id, monthly, months, List.of(), null);
    }

    @Override
    public ItemKind kind() {
        return ItemKind.RENT;
    }

    /** The day from which the next month can be paid; empty for the first, which can be at once. */
    Optional<LocalDate> nextDay() {
        return payments.isEmpty()
                ? Optional.empty()
                : Optional.of(payments.getFirst().day().plusMonths(payments.size()));
    }

    /** The same, for the first today. */
    LocalDate due(LocalDate today) {
        return nextDay().orElse(today);
    }

    /**
     * @throws RentNotDue when that day has not come
     */
    void requireDay(LocalDate today) {
        var due = due(today);
        if (today.isBefore(due)) {
            throw new RentNotDue(RentNotDue.Because.TOO_EARLY, due);
        }
    }

    /** Whether it is due is asked of the grant, which knows the visits. */
    @Override
    public Moved pay(Act act, UUID instalment) {
        running();
        var paid = new Payment(instalment, due(act.today()), act.by(), act.at());
        return Moved.of(
                new Rent(
                        id,
                        monthly,
                        months,
                        Stream.concat(payments.stream(), Stream.of(paid)).toList(),
                        null),
                new Movement(COMMITTED, instalment, monthly),
                new Movement(SPENT, instalment, monthly));
    }

    @Override
    public Moved cancel(Act act, Secret<String> reason) {
        running();
        return Moved.of(
                new Rent(id, monthly, months, payments, Ending.of(act, reason)),
                new Movement(FREED, id, monthly.times(months - payments.size())));
    }

    @Override
    public ItemState state() {
        if (ending != null) {
            return ItemState.CANCELLED;
        }
        return payments.size() == months ? ItemState.PAID : ItemState.RUNNING;
    }

    @Override
    public boolean isHandedOver() {
        return !payments.isEmpty();
    }

    @Override
    public boolean isWorkOf(String somebody) {
        return payments.stream().anyMatch(payment -> payment.by().equals(somebody));
    }

    @Override
    public boolean isSettled() {
        return state() != ItemState.RUNNING;
    }

    private void running() {
        if (isSettled()) {
            throw new StateConflict(state().name());
        }
    }
}
