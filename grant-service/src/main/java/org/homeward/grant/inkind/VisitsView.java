package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.money.MoneyView;
import org.jspecify.annotations.Nullable;

/** What the visits found, in the order in which they were recorded; four at most. */
record VisitsView(List<RecordedVisit> items) {

    record RecordedVisit(
            VisitMonth planned,
            LocalDate made,
            Finding finding,
            Visit.Employed employed,
            @Nullable MoneyView incomeBefore,
            @Nullable MoneyView incomeNow,
            String nextStep,
            String by,
            Instant at) {

        static RecordedVisit of(Visit visit) {
            var report = visit.report().open();
            return new RecordedVisit(
                    visit.planned(),
                    visit.made(),
                    visit.finding(),
                    visit.employed(),
                    report.incomeBefore(),
                    report.incomeNow(),
                    report.nextStep(),
                    visit.by(),
                    visit.at());
        }
    }

    static VisitsView of(Grant grant) {
        return new VisitsView(
                switch (grant) {
                    case Reserved _ -> List.of();
                    case HandedOver handedOver ->
                            handedOver.visits().stream().map(RecordedVisit::of).toList();
                    case Closed closed -> closed.visits().stream().map(RecordedVisit::of).toList();
                });
    }
}
