package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.contracts.Event;
import org.homeward.contracts.grant.BusinessOutcomeRecorded;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.contracts.grant.VisitRecorded;
import org.homeward.kit.journal.Decision;

/**
 * In the person's hands: the business is visited, and rent goes on.
 *
 * @param day from which the visits are planned
 * @param visits in the order in which they were recorded
 */
record HandedOver(
        Terms terms, Instant approved, List<Item> items, LocalDate day, List<Visit> visits)
        implements Running {

    HandedOver {
        items = List.copyOf(items);
        visits = List.copyOf(visits);
    }

    /**
     * Takes what a visit found; in any order, for some are recorded late.
     *
     * @throws OwnVisit when who visits had a hand in something that was given
     * @throws AlreadyVisited when this visit is recorded
     * @throws VisitOutOfTime when it was made before its day, or is yet to be made
     */
    Booked record(Act act, Visit visit) {
        if (items.stream().anyMatch(item -> item.isWorkOf(act.by()))) {
            throw new OwnVisit();
        }
        if (visits.stream().anyMatch(known -> known.planned() == visit.planned())) {
            throw new AlreadyVisited();
        }
        var earliest = plannedDay(visit.planned());
        if (visit.made().isBefore(earliest) || visit.made().isAfter(act.today())) {
            throw new VisitOutOfTime(earliest);
        }
        var events = new ArrayList<Event>();
        events.add(new VisitRecorded(act.grant(), visit.planned(), visit.finding()));
        if (visit.finding() != Finding.NOT_FOUND) {
            var employed = visit.employed();
            events.add(
                    new BusinessOutcomeRecorded(
                            act.grant(),
                            visit.planned(),
                            employed.family(),
                            employed.women(),
                            employed.others()));
        }
        var all = Stream.concat(visits.stream(), Stream.of(visit)).toList();
        return new Booked(
                new Decision<>(new HandedOver(terms, approved, items, day, all), events),
                List.of());
    }

    /** Rent depends on what the visits found. */
    @Override
    public void requireFinance(Act act) {
        Running.super.requireFinance(act);
        if (visits.stream().anyMatch(visit -> visit.by().equals(act.by()))) {
            throw new OwnVisit();
        }
    }

    LocalDate plannedDay(VisitMonth visit) {
        return day.plusMonths(visit.months());
    }

    @Override
    public Booked with(Act act, Moved moved, Event... events) {
        var changed =
                items.stream()
                        .map(one -> one.id().equals(moved.item().id()) ? moved.item() : one)
                        .toList();
        return new Booked(
                Decision.of(new HandedOver(terms, approved, changed, day, visits), events),
                moved.movements());
    }

    /** Every visit that was planned before today must be known, and the last not negative. */
    @Override
    public void requireDue(Rent rent, Act act) {
        rent.requireDay(act.today());
        var due = rent.due(act.today());
        for (var planned : VisitMonth.values()) {
            if (plannedDay(planned).isBefore(act.today())
                    && visits.stream().noneMatch(visit -> visit.planned() == planned)) {
                throw new RentNotDue(RentNotDue.Because.VISIT_MISSING, due);
            }
        }
        visits.stream()
                .max(Comparator.comparing(Visit::made).thenComparing(Visit::planned))
                .filter(Visit::isNegative)
                .ifPresent(
                        _ -> {
                            throw new RentNotDue(RentNotDue.Because.VISIT_NEGATIVE, due);
                        });
    }

    @Override
    public List<Unfinished> missing() {
        var missing = new ArrayList<Unfinished>();
        if (!items.stream().allMatch(Item::isSettled)) {
            missing.add(Unfinished.PAYMENTS);
        }
        if (visits.size() < VisitMonth.values().length) {
            missing.add(Unfinished.VISITS);
        }
        return missing;
    }

    @Override
    public Closed closed(Act act) {
        return new Closed(terms, approved, items, day, visits, act.by(), act.at());
    }
}
