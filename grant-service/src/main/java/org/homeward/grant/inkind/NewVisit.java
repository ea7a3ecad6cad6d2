package org.homeward.grant.inkind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.sealing.Secret;
import org.jspecify.annotations.Nullable;

/**
 * @param planned which of the planned visits it is
 * @param made the day of the visit
 * @param employed nobody where the business was not found
 * @param incomeBefore of the household in a month before the grant; null when it was not told
 * @param incomeNow the same now
 * @param nextStep what was agreed to do next
 */
record NewVisit(
        @NotNull VisitMonth planned,
        @NotNull LocalDate made,
        @NotNull Finding finding,
        @NotNull @Valid EmployedPeople employed,
        @Nullable @Valid Income incomeBefore,
        @Nullable @Valid Income incomeNow,
        @NotBlank @Size(max = 2000) String nextStep) {

    /** How many work there besides the owner; each is counted once. */
    record EmployedPeople(
            @NotNull @Min(0) @Max(1000) Integer family,
            @NotNull @Min(0) @Max(1000) Integer women,
            @NotNull @Min(0) @Max(1000) Integer others) {}

    /** Unlike a price it may be nothing. */
    record Income(
            @NotNull @Pattern(regexp = "(0|[1-9][0-9]{0,11})\\.[0-9]{2}") String amount,
            @NotNull Currency currency) {

        MoneyView money() {
            return MoneyView.of(new Money(new BigDecimal(amount), currency));
        }
    }

    Visit by(Act act) {
        return new Visit(
                planned,
                made,
                finding,
                new Visit.Employed(employed.family(), employed.women(), employed.others()),
                Secret.of(
                        new VisitReport(
                                incomeBefore == null ? null : incomeBefore.money(),
                                incomeNow == null ? null : incomeNow.money(),
                                nextStep)),
                act.by(),
                act.at());
    }
}
