package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.grant.money.Money;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.export.Told;
import org.homeward.kit.time.ProgrammeClock;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is told to whom it is given: what was bought and signed for, and what she told at
 * visits. From whom it was bought is not told, nor who of the staff did what.
 */
final class ToldGrant {

    private ToldGrant() {}

    static List<Told> of(Grant grant) {
        var told = new ArrayList<Told>();
        told.add(terms(grant));
        grant.items().forEach(item -> told.add(tell(item)));
        grant.visits().forEach(visit -> told.add(tell(visit)));
        return told;
    }

    private static Told terms(Grant grant) {
        var terms = grant.terms();
        var told =
                Told.of("GRANT")
                        .and("state", grant.state())
                        .and("programme", terms.programme())
                        .and("sector", terms.sector())
                        .and("womenLed", terms.womenLed())
                        .and("amount", inWords(terms.amount()));
        return switch (grant) {
            case Reserved reserved -> told.and("approvedOn", day(reserved.approved()));
            case HandedOver handedOver ->
                    told.and("approvedOn", day(handedOver.approved()))
                            .and("handedOverOn", handedOver.day());
            case Closed closed ->
                    told.and("approvedOn", day(closed.approved()))
                            .and("handedOverOn", closed.day())
                            .and("closedOn", day(closed.closed()));
        };
    }

    private static Told tell(Item item) {
        var told = Told.of("GRANTED_ITEM").and("item", item.kind()).and("state", item.state());
        return switch (item) {
            case Purchase purchase ->
                    tell(
                            told.and("quantity", purchase.quantity())
                                    .and("granted", inWords(purchase.granted()))
                                    .and(
                                            "price",
                                            purchase.price().map(ToldGrant::inWords).orElse(null))
                                    .and("paidOn", paidOn(purchase.payment())),
                            purchase.step());
            case Rent rent ->
                    reason(
                            told.and("months", rent.months())
                                    .and("monthly", inWords(rent.monthly()))
                                    .and(
                                            "paidOn",
                                            rent.payments().stream().map(Payment::day).toList()),
                            rent.ending());
        };
    }

    private static @Nullable LocalDate paidOn(@Nullable Payment payment) {
        return payment == null ? null : payment.day();
    }

    private static Told tell(Told told, Purchase.Step step) {
        return switch (step) {
            case Purchase.Requested _, Purchase.Ordered _, Purchase.Received _ -> told;
            case Purchase.Given given ->
                    told.and("handedOverOn", day(given.at()))
                            .and("way", given.signature().way())
                            .and("evidence", given.signature().evidence())
                            .and(
                                    "serialNumbers",
                                    given.signature().serialNumbers().open().numbers());
            case Purchase.Cancelled cancelled -> reason(told, cancelled.ending());
            case Purchase.Returning returning -> reason(told, returning.ending());
            case Purchase.Returned returned -> reason(told, returned.ending());
        };
    }

    private static Told reason(Told told, @Nullable Ending ending) {
        return ending == null ? told : told.and("reason", ending.reason().open());
    }

    private static Told tell(Visit visit) {
        var report = visit.report().open();
        return Told.of("VISIT")
                .and("planned", visit.planned())
                .and("day", visit.made())
                .and("finding", visit.finding())
                .and("family", visit.employed().family())
                .and("women", visit.employed().women())
                .and("others", visit.employed().others())
                .and("incomeBefore", inWords(report.incomeBefore()))
                .and("incomeNow", inWords(report.incomeNow()))
                .and("nextStep", report.nextStep());
    }

    private static @Nullable String inWords(@Nullable MoneyView money) {
        return money == null ? null : money.inWords();
    }

    private static String inWords(Money money) {
        return MoneyView.of(money).inWords();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ProgrammeClock.ZONE);
    }
}
