package org.homeward.story.editorial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.text.Language;
import org.homeward.story.text.StoryText;

/**
 * A story that both reviewers agreed to. Its text and setting are frozen: this is what people now
 * consent to.
 *
 * @param textHash the digest of all language versions in this setting
 */
public record Approved(
        Profile profile,
        Secret<StoryText> text,
        String textHash,
        Approval disclosure,
        Approval content)
        implements Story {

    /** Another text needs both reviews again, and every consent. */
    Decision<Draft> revise(Profile revised, StoryText newText) {
        return Decision.of(new Draft(revised, revised(newText), null));
    }

    /**
     * Makes it public.
     *
     * @param consents what is known of them at this moment
     * @param today by the programme's clock
     * @param page random id of its public page, so that the address tells nothing; the event joins
     *     it to the story's id, which tells no more
     * @throws ConsentMissing unless every person's consent is in force for exactly this text, and
     *     that of everybody who is shown, and none has published another story
     */
    Decision<Published> publish(KnownConsents consents, LocalDate today, UUID page, Instant at) {
        var missing =
                consents.standings(profile.basis(textHash), today).stream()
                        .filter(consent -> !consent.isInForce())
                        .toList();
        if (!missing.isEmpty()) {
            throw new ConsentMissing(missing);
        }
        return Decision.of(
                new Published(profile, text, textHash, page, at),
                new StoryPublished(
                        profile.story(),
                        text.open().languages().stream().map(Language::tag).toList(),
                        profile.kind(),
                        profile.region(),
                        profile.sector(),
                        "/stories/" + page));
    }
}
