package org.homeward.contracts.consent;

import java.util.UUID;
import org.homeward.contracts.MalformedEvent;
import org.jspecify.annotations.Nullable;

/** What all events of a consent share: the reasons for their fields and the rule on persons. */
final class Consents {

    static final String CONSENT =
            "Random, made when the consent is asked for. A consent for one story is known by it alone,"
                    + " in the story and here; only beneficiary-service knows whose it is.";
    static final String PURPOSE =
            "One of nine words. That a person has agreed to something, or has not, is told to the four"
                    + " services only, which must act on it; no dashboard may read this topic.";
    static final String BENEFICIARY =
            "Random. Only with purposes that concern the person at large, where the services must know"
                    + " whom to leave alone; never with a consent for one story, or a face would get a file.";

    private Consents() {}

    static void namesAPersonUnlessForOneStory(ConsentPurpose purpose, @Nullable UUID beneficiary) {
        if (purpose.isForOneStory() && beneficiary != null) {
            throw new MalformedEvent("a consent for one story must not name a beneficiary");
        }
        if (!purpose.isForOneStory() && beneficiary == null) {
            throw new MalformedEvent("a consent that is not for one story names its beneficiary");
        }
    }
}
