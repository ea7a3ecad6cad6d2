package org.homeward.grant.inkind;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;
import org.homeward.grant.people.Person;
import org.homeward.kit.sealing.Secret;

/** A tailor's studio: two machines for 4000, rent of 500 for six months. */
final class Studio {

    static final UUID GRANT = UUID.randomUUID();
    static final UUID MACHINES = UUID.randomUUID();
    static final UUID RENT = UUID.randomUUID();
    static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    static final Terms TERMS =
            new Terms(
                    UUID.randomUUID(),
                    new Person(UUID.randomUUID(), "hamdilon", "TJ-KT-SHAHRITUS"),
                    UUID.randomUUID(),
                    "REINT-26",
                    Sector.CLOTHING,
                    false,
                    somoni("7000.00"),
                    "manager");

    private Studio() {}

    static Reserved approved() {
        return Reserved.make(
                        GRANT,
                        TERMS,
                        List.of(
                                new Granted(RENT, ItemKind.RENT, 1, somoni("500.00"), 6),
                                new Granted(
                                        MACHINES, ItemKind.EQUIPMENT, 2, somoni("2000.00"), null)),
                        Instant.EPOCH)
                .state();
    }

    /** The machines are there. */
    static Reserved received() {
        return reserved(
                reserved(approved().order(by("buyer"), MACHINES, somoni("3900.00"), supplier()))
                        .receive(by("receiver"), MACHINES));
    }

    /** Rent is paid for the first month, the machines are paid and with the tailor. */
    static HandedOver handedOver() {
        var paid =
                reserved(
                        reserved(received().pay(by("payer"), RENT, UUID.randomUUID()))
                                .pay(by("payer"), MACHINES, UUID.randomUUID()));
        return (HandedOver)
                paid.handOver(by("officer"), MACHINES, signature("A1", "A2")).decision().state();
    }

    static Purchase machines() {
        return Purchase.requested(MACHINES, ItemKind.EQUIPMENT, 2, somoni("4000.00"));
    }

    static Reserved reserved(Booked booked) {
        return (Reserved) booked.decision().state();
    }

    static HandedOver handedOver(Booked booked) {
        return (HandedOver) booked.decision().state();
    }

    static Act by(String whom) {
        return on(DAY, whom);
    }

    static Act on(LocalDate day, String whom) {
        return new Act(GRANT, whom, day, Instant.EPOCH);
    }

    static Visit visit(VisitMonth planned, Finding finding) {
        return visit(planned, DAY.plusMonths(planned.months()), finding);
    }

    static Visit visit(VisitMonth planned, LocalDate made, Finding finding) {
        return new Visit(
                planned,
                made,
                finding,
                new Visit.Employed(1, 2, 0),
                Secret.of(new VisitReport(null, null, "Ask the school for its uniforms")),
                "monitor",
                Instant.EPOCH);
    }

    static Signature signature(String... serialNumbers) {
        return new Signature(
                Signature.Way.THUMBPRINT,
                UUID.randomUUID(),
                "ab".repeat(32),
                Secret.of(new SerialNumbers(List.of(serialNumbers))));
    }

    static Secret<String> supplier() {
        return Secret.of("Bazaar, row 4");
    }

    static Secret<String> reason() {
        return Secret.of("One was broken");
    }

    static Money somoni(String amount) {
        return new Money(new BigDecimal(amount), Currency.TJS);
    }
}
