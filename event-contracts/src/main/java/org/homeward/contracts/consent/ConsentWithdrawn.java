package org.homeward.contracts.consent;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.OnlyWhen;
import org.jspecify.annotations.Nullable;

/**
 * A consent ended because the person took it back: whoever acts on it stops at once. It is final, a
 * new yes is a new consent with an id of its own.
 */
@EventType(
        value = "homeward.consent.withdrawn.v1",
        says =
                "A consent was taken back and is final: whoever acts on it stops at once. A new yes is a"
                        + " new consent.")
public record ConsentWithdrawn(
        @Carries(kind = RANDOM_ID, because = Consents.CONSENT) UUID consent,
        @Carries(kind = CODE, because = Consents.PURPOSE) ConsentPurpose purpose,
        @Carries(kind = RANDOM_ID, because = Consents.BENEFICIARY)
                @OnlyWhen(
                        field = "purpose",
                        isNot = {"STORY_PUBLICATION", "PHOTOGRAPH"})
                @Nullable UUID beneficiary)
        implements ConsentEvent {

    public ConsentWithdrawn {
        Consents.namesAPersonUnlessForOneStory(purpose, beneficiary);
    }
}
