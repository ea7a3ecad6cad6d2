package org.homeward.contracts.consent;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.MalformedEvent;
import org.homeward.contracts.OnlyWhen;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked for this consent was erased, and the consent withdrawn before. Where it was for one
 * story, what was public by it is so no more; now whatever was written for it is destroyed as well.
 */
@EventType(
        value = "homeward.consent.erased.v1",
        says =
                "The person who was asked for this consent was erased. Whatever was written or shown for a"
                        + " story by it is destroyed, also what was never public, and that is confirmed by"
                        + " the erasure's id.")
public record ConsentErased(
        @Carries(kind = RANDOM_ID, because = Consents.CONSENT) UUID consent,
        @Carries(kind = CODE, because = Consents.PURPOSE) ConsentPurpose purpose,
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, made for this consent alone and not the id of the person's erasure:"
                                        + " so it joins the consent, and with it a story, to nobody.")
                @OnlyWhen(
                        field = "purpose",
                        is = {"STORY_PUBLICATION", "PHOTOGRAPH"})
                @Nullable UUID erasure,
        @Carries(kind = RANDOM_ID, because = Consents.BENEFICIARY)
                @OnlyWhen(
                        field = "purpose",
                        isNot = {"STORY_PUBLICATION", "PHOTOGRAPH"})
                @Nullable UUID beneficiary)
        implements ConsentEvent {

    public ConsentErased {
        Consents.namesAPersonUnlessForOneStory(purpose, beneficiary);
        if (purpose.isForOneStory() != (erasure != null)) {
            throw new MalformedEvent("a consent for one story names an erasure, another does not");
        }
    }
}
