package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.AMOUNT;
import static org.homeward.contracts.Carries.Kind.PUBLIC_FACT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Money;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A fund was opened, and grants can be paid from it up to its ceiling. */
@EventType(
        value = "homeward.fund.opened.v1",
        says = "A fund was opened for a programme; grants can be made from it up to its ceiling.")
public record FundOpened(
        @Carries(kind = RANDOM_ID, because = Because.FUND) UUID fund,
        @Carries(
                        kind = PUBLIC_FACT,
                        because = "That a programme has a fund stands in its public description.")
                @Text(TextForm.PROGRAMME)
                String programme,
        @Carries(
                        kind = AMOUNT,
                        because = "Money that donors publish themselves; it belongs to no person.")
                Money ceiling)
        implements GrantEvent {

    public FundOpened {
        TextForm.PROGRAMME.checked(programme);
    }
}
