package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.AMOUNT;
import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** An application was approved and its money reserved: a grant in kind exists. */
@EventType(
        value = "homeward.grant.approved.v1",
        says =
                "An application was approved and its money reserved in the fund: a grant in kind exists.")
public record GrantApproved(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random; joins the later steps of one grant. No story carries it, so it"
                                        + " leads to no face.")
                UUID grant,
        @Carries(kind = RANDOM_ID, because = Because.APPLICATION) UUID application,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = RANDOM_ID, because = Because.FUND) UUID fund,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district,
        @Carries(kind = COARSE_FACT, because = Because.SECTOR) Sector sector,
        @Carries(
                        kind = AMOUNT,
                        because =
                                "Reports add it up. An exact sum can pick one grant, and would join it to a"
                                        + " story that tells the sum: disclosure review keeps sums out of"
                                        + " stories.")
                Money amount,
        @Carries(
                        kind = COARSE_FACT,
                        because =
                                "One bit that programmes report. It repeats the applicant's sex at most,"
                                        + " which the topic of people tells already.")
                boolean womenLed)
        implements GrantEvent {

    public GrantApproved {
        TextForm.PROGRAMME.checked(programme);
        TextForm.DISTRICT.checked(district);
    }
}
