package org.homeward.contracts.consent;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.OnlyWhen;
import org.jspecify.annotations.Nullable;

/** A consent was refused when it was asked for: the purpose stays closed. */
@EventType(
        value = "homeward.consent.refused.v1",
        says = "A consent was asked for and refused; the purpose stays closed.")
public record ConsentRefused(
        @Carries(kind = RANDOM_ID, because = Consents.CONSENT) UUID consent,
        @Carries(kind = CODE, because = Consents.PURPOSE) ConsentPurpose purpose,
        @Carries(kind = RANDOM_ID, because = Consents.BENEFICIARY)
                @OnlyWhen(
                        field = "purpose",
                        isNot = {"STORY_PUBLICATION", "PHOTOGRAPH"})
                @Nullable UUID beneficiary)
        implements ConsentEvent {

    public ConsentRefused {
        Consents.namesAPersonUnlessForOneStory(purpose, beneficiary);
    }
}
