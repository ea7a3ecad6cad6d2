package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** Somebody got an ordinary service of a partner. Of health and protection nothing is told. */
@EventType(
        value = "homeward.referral.completed.v1",
        says = "Somebody got the service of a partner that they were referred to.")
public record ReferralCompleted(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, the referral's own; no other event has it, so it leads to no person."
                                        + " A referral for health or protection has no event at all.")
                UUID referral,
        @Carries(
                        kind = CODE,
                        because =
                                "One of five services that many people get; those that would tell of an"
                                        + " illness, of violence or of trafficking are not among them.")
                OrdinaryService service,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district)
        implements BeneficiaryEvent {

    public ReferralCompleted {
        TextForm.DISTRICT.checked(district);
    }
}
