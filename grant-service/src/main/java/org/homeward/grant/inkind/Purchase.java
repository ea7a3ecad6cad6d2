package org.homeward.grant.inkind;

import static org.homeward.grant.fund.Movement.Kind.CANCELLED;
import static org.homeward.grant.fund.Movement.Kind.COMMITTED;
import static org.homeward.grant.fund.Movement.Kind.FREED;
import static org.homeward.grant.fund.Movement.Kind.RETURNED;
import static org.homeward.grant.fund.Movement.Kind.SPENT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.grant.fund.Movement;
import org.homeward.grant.money.Money;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

/**
 * Something that is bought once, in the programme's name, and handed over.
 *
 * @param granted what it may cost
 * @param payment null until finance has confirmed it
 */
record Purchase(
        UUID id, ItemKind kind, int quantity, Money granted, Step step, @Nullable Payment payment)
        implements Item {

    /** How far it is. */
    sealed interface Step
            permits Requested, Ordered, Received, Given, Cancelled, Returning, Returned {}

    record Requested() implements Step {}

    record Ordered(Money price, Secret<String> supplier, String by, Instant at) implements Step {}

    record Received(Ordered order, String by, Instant at) implements Step {

        private boolean isWorkOf(String somebody) {
            return by.equals(somebody) || order.by().equals(somebody);
        }
    }

    record Given(Received receipt, Signature signature, String by, Instant at) implements Step {}

    record Cancelled(Ending ending) implements Step {}

    record Returning(Received receipt, Ending ending) implements Step {}

    record Returned(Ending ending) implements Step {}

    static Purchase requested(UUID id, ItemKind kind, int quantity, Money granted) {
        return new Purchase(id, kind, quantity, granted, new Requested(), null);
    }

    /**
     * @throws PriceAboveGrant when it costs more than was granted
     */
    Moved order(Act act, Money price, Secret<String> supplier) {
        at(Requested.class);
        if (granted.isLessThan(price)) {
            throw new PriceAboveGrant();
        }
        var ordered = with(new Ordered(price, supplier, act.by(), act.at()));
        var committed = new Movement(COMMITTED, id, price);
        var saved = granted.minus(price);
        return saved.isZero()
                ? Moved.of(ordered, committed)
                : Moved.of(ordered, committed, new Movement(FREED, id, saved));
    }

    /**
     * @throws OwnOrder when who ordered it would receive it
     */
    Moved receive(Act act) {
        var order = at(Ordered.class);
        if (order.by().equals(act.by())) {
            throw new OwnOrder();
        }
        return Moved.of(with(new Received(order, act.by(), act.at())));
    }

    /**
     * @throws SerialNumbersNeeded when equipment is not told apart, unit by unit
     */
    Moved handOver(Act act, Signature signature) {
        var receipt = at(Received.class);
        if (kind == ItemKind.EQUIPMENT && !signature.serialNumbers().open().tellApart(quantity)) {
            throw new SerialNumbersNeeded(quantity);
        }
        return Moved.of(with(new Given(receipt, signature, act.by(), act.at())));
    }

    /** Back to the supplier; what lay for it is free again, but what was paid only by finance. */
    Moved giveBack(Act act, Secret<String> reason) {
        var receipt = at(Received.class);
        var ending = Ending.of(act, reason);
        return payment == null
                ? Moved.of(
                        with(new Returned(ending)),
                        new Movement(CANCELLED, id, receipt.order().price()))
                : Moved.of(with(new Returning(receipt, ending)));
    }

    /**
     * The supplier has paid back.
     *
     * @throws OwnReturn when who gave it back would say so
     * @throws OwnPurchase as {@link #pay}
     */
    Moved confirmReturn(Act act) {
        var back = answered(act);
        return Moved.of(
                with(new Returned(back.ending())),
                new Movement(RETURNED, id, back.receipt().order().price()));
    }

    /**
     * The supplier does not pay back: it is here again.
     *
     * @throws OwnReturn as {@link #confirmReturn}, and {@link OwnPurchase}
     */
    Moved refuseReturn(Act act) {
        return Moved.of(with(answered(act).receipt()));
    }

    private Returning answered(Act act) {
        var back = at(Returning.class);
        if (back.ending().by().equals(act.by())) {
            throw new OwnReturn();
        }
        requireAnother(back.receipt(), act);
        return back;
    }

    @Override
    public Moved cancel(Act act, Secret<String> reason) {
        var cancelled = with(new Cancelled(Ending.of(act, reason)));
        return switch (step) {
            case Requested _ -> Moved.of(cancelled, new Movement(FREED, id, granted));
            case Ordered order -> Moved.of(cancelled, new Movement(CANCELLED, id, order.price()));
            case Received _, Given _, Cancelled _, Returning _, Returned _ ->
                    throw new StateConflict(state().name());
        };
    }

    /**
     * @throws OwnPurchase when who ordered or received it would pay
     */
    @Override
    public Moved pay(Act act, UUID bill) {
        var receipt =
                switch (step) {
                    case Received received -> received;
                    case Given given -> given.receipt();
                    case Requested _, Ordered _, Cancelled _, Returning _, Returned _ ->
                            throw new StateConflict(state().name());
                };
        if (payment != null) {
            throw new StateConflict(ItemState.PAID.name());
        }
        requireAnother(receipt, act);
        var paid = new Payment(bill, act.today(), act.by(), act.at());
        return Moved.of(
                new Purchase(id, kind, quantity, granted, step, paid),
                new Movement(SPENT, bill, receipt.order().price()));
    }

    /** What it was ordered for; empty before, and when it was given up or back. */
    Optional<Money> price() {
        return switch (step) {
            case Requested _, Cancelled _, Returned _ -> Optional.empty();
            case Ordered order -> Optional.of(order.price());
            case Received receipt -> Optional.of(receipt.order().price());
            case Given given -> Optional.of(given.receipt().order().price());
            case Returning back -> Optional.of(back.receipt().order().price());
        };
    }

    @Override
    public ItemState state() {
        return switch (step) {
            case Requested _ -> ItemState.REQUESTED;
            case Ordered _ -> ItemState.ORDERED;
            case Received _ -> ItemState.RECEIVED;
            case Given _ -> ItemState.HANDED_OVER;
            case Cancelled _ -> ItemState.CANCELLED;
            case Returning _ -> ItemState.RETURNING;
            case Returned _ -> ItemState.RETURNED;
        };
    }

    @Override
    public boolean isHandedOver() {
        return step instanceof Given;
    }

    @Override
    public boolean isWorkOf(String somebody) {
        return (payment != null && payment.by().equals(somebody))
                || (step instanceof Given given
                        && (given.by().equals(somebody) || given.receipt().isWorkOf(somebody)));
    }

    @Override
    public boolean isSettled() {
        return switch (step) {
            case Requested _, Ordered _, Received _, Returning _ -> false;
            case Given _ -> payment != null;
            case Cancelled _, Returned _ -> true;
        };
    }

    private static void requireAnother(Received receipt, Act act) {
        if (receipt.isWorkOf(act.by())) {
            throw new OwnPurchase();
        }
    }

    private Purchase with(Step next) {
        return new Purchase(id, kind, quantity, granted, next, payment);
    }

    private <S extends Step> S at(Class<S> expected) {
        if (!expected.isInstance(step)) {
            throw new StateConflict(state().name());
        }
        return expected.cast(step);
    }
}
