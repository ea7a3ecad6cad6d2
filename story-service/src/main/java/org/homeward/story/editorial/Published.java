package org.homeward.story.editorial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.text.StoryText;
import org.jspecify.annotations.Nullable;

/**
 * A story that everybody can read.
 *
 * @param page id of its public page
 */
public record Published(
        Profile profile, Secret<StoryText> text, String textHash, UUID page, Instant at)
        implements Story {

    /** Whether it may stay public: everybody in it agrees today, to this text and to be shown. */
    boolean mayStay(KnownConsents consents, LocalDate today) {
        return consents.agree(profile.basis(textHash), today);
    }

    /**
     * Takes it back, for good. The event never says why.
     *
     * @param note where the reason of a retraction by hand is kept; null for the end of a consent
     */
    Decision<Retracted> retract(@Nullable UUID note, Instant when) {
        return Decision.of(
                new Retracted(profile, page, note, when), new StoryRetracted(profile.story()));
    }
}
