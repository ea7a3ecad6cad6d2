package org.homeward.grant.inkind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A grant in kind as it stands.
 *
 * @param items in the order of the application, where their words are
 * @param handedOver the day from which the visits are planned; null before
 * @param visits none before it is handed over
 */
record GrantView(
        UUID id,
        long version,
        State state,
        UUID application,
        UUID beneficiary,
        String organisation,
        String district,
        UUID fund,
        String programme,
        Sector sector,
        boolean womenLed,
        MoneyView amount,
        List<ItemView> items,
        @Nullable LocalDate handedOver,
        List<PlannedVisit> visits) {

    /**
     * @param quantity null for rent
     * @param granted what it may cost, for rent in a month
     * @param price what was ordered; null before, and for rent
     * @param months of rent; else null
     * @param paid how often it was paid
     * @param nextDue the day from which the next month can be paid; null when no other day is set
     */
    record ItemView(
            UUID id,
            ItemKind kind,
            ItemState state,
            @Nullable Integer quantity,
            MoneyView granted,
            @Nullable MoneyView price,
            @Nullable Integer months,
            int paid,
            @Nullable LocalDate nextDue) {

        static ItemView of(Item item) {
            return switch (item) {
                case Purchase purchase ->
                        new ItemView(
                                purchase.id(),
                                purchase.kind(),
                                purchase.state(),
                                purchase.quantity(),
                                MoneyView.of(purchase.granted()),
                                purchase.price().map(MoneyView::of).orElse(null),
                                null,
                                purchase.payment() == null ? 0 : 1,
                                null);
                case Rent rent ->
                        new ItemView(
                                rent.id(),
                                rent.kind(),
                                rent.state(),
                                null,
                                MoneyView.of(rent.monthly()),
                                null,
                                rent.months(),
                                rent.payments().size(),
                                rent.isSettled() ? null : rent.nextDay().orElse(null));
            };
        }
    }

    /**
     * @param finding null while the visit is not recorded
     */
    record PlannedVisit(VisitMonth planned, LocalDate day, @Nullable Finding finding) {

        static List<PlannedVisit> of(@Nullable LocalDate handedOver, List<Visit> visits) {
            return handedOver == null
                    ? List.of()
                    : Stream.of(VisitMonth.values())
                            .map(
                                    planned ->
                                            new PlannedVisit(
                                                    planned,
                                                    handedOver.plusMonths(planned.months()),
                                                    found(planned, visits)))
                            .toList();
        }

        private static @Nullable Finding found(VisitMonth planned, List<Visit> visits) {
            return visits.stream()
                    .filter(visit -> visit.planned() == planned)
                    .map(Visit::finding)
                    .findAny()
                    .orElse(null);
        }
    }

    static GrantView of(Stored<Grant> stored) {
        return switch (stored.state()) {
            case Reserved _ -> of(stored, null, List.of());
            case HandedOver grant -> of(stored, grant.day(), grant.visits());
            case Closed grant -> of(stored, grant.day(), grant.visits());
        };
    }

    private static GrantView of(
            Stored<Grant> stored, @Nullable LocalDate handedOver, List<Visit> visits) {
        var grant = stored.state();
        var terms = grant.terms();
        return new GrantView(
                stored.id(),
                stored.version(),
                grant.state(),
                terms.application(),
                terms.person().beneficiary(),
                terms.person().organisation(),
                terms.person().district(),
                terms.fund(),
                terms.programme(),
                terms.sector(),
                terms.womenLed(),
                MoneyView.of(terms.amount()),
                grant.items().stream().map(ItemView::of).toList(),
                handedOver,
                PlannedVisit.of(handedOver, visits));
    }
}
