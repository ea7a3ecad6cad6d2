package org.homeward.grant.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.export.Told;
import org.homeward.kit.time.ProgrammeClock;

/**
 * An application as it is told to whom it is for: her words each time that they were handed in, and
 * what was answered to her. How the committee voted on it and why is not told, nor who of the staff
 * did what.
 */
final class ToldApplication {

    private ToldApplication() {}

    static List<Told> of(Application application) {
        var told = new ArrayList<Told>();
        told.add(outcome(application));
        for (var submission : application.submissions()) {
            var revision = submission.revision();
            tell(
                    Told.of("SUBMISSION")
                            .and("day", day(submission.at()))
                            .and("revision", revision == null ? null : revision.what().open()),
                    submission.proposal(),
                    told);
        }
        if (application instanceof Editable) {
            tell(Told.of("DRAFT"), application.proposal(), told);
        }
        return told;
    }

    private static Told outcome(Application application) {
        var told =
                Told.of("APPLICATION")
                        .and("state", application.state())
                        .and("programme", application.proposal().fund().programme());
        return switch (application) {
            case Editable _, UnderReview _, Erased _ -> told;
            case Approved approved -> told.and("decidedOn", day(approved.decided()));
            case Rejected rejected ->
                    told.and("decidedOn", day(rejected.decided()))
                            .and("reason", rejected.reason().open());
        };
    }

    private static void tell(Told begun, Proposal proposal, List<Told> told) {
        var plan = proposal.plan().open();
        told.add(
                begun.and("sector", proposal.sector())
                        .and("jobs", proposal.jobs())
                        .and("womenLed", proposal.womenLed())
                        .and("activity", plan.activity())
                        .and("market", plan.market())
                        .and("experience", plan.experience())
                        .and("risks", plan.risks())
                        .and("total", MoneyView.of(proposal.total()).inWords()));
        proposal.items().forEach(item -> told.add(tell(item)));
    }

    private static Told tell(Item item) {
        return Told.of("ITEM")
                .and("item", item.kind())
                .and("description", item.description().open())
                .and("quantity", item.quantity())
                .and("unitPrice", MoneyView.of(item.unitPrice()).inWords())
                .and("months", item.months());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ProgrammeClock.ZONE);
    }
}
