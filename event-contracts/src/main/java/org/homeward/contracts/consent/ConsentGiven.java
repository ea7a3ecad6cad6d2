package org.homeward.contracts.consent;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.HASH;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;
import static org.homeward.contracts.Carries.Kind.TIME;

import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.MalformedEvent;
import org.homeward.contracts.OnlyWhen;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A consent is in force from now on, through the day {@code validUntil} as it is counted in
 * Asia/Dushanbe, or until it is withdrawn. Whoever acts on it compares the day each time it is
 * used.
 *
 * <p>{@code textHash} is the digest of what alone the person agreed to: of the story's final text,
 * or of the picture she was shown. Another text or picture has no consent.
 */
@EventType(
        value = "homeward.consent.given.v1",
        says =
                "A consent was given. It holds through the day validUntil, counted in Asia/Dushanbe, and"
                        + " without one until it is withdrawn; for a story or a photograph it holds for"
                        + " the text or picture with this hash and no other.")
public record ConsentGiven(
        @Carries(kind = RANDOM_ID, because = Consents.CONSENT) UUID consent,
        @Carries(kind = CODE, because = Consents.PURPOSE) ConsentPurpose purpose,
        @Carries(kind = RANDOM_ID, because = Consents.BENEFICIARY)
                @OnlyWhen(
                        field = "purpose",
                        isNot = {"STORY_PUBLICATION", "PHOTOGRAPH"})
                @Nullable UUID beneficiary,
        @Carries(
                        kind = HASH,
                        because =
                                "Only for a story and its pictures: of the text or of the picture, and of a"
                                        + " random value that story-service alone holds. So what is public does"
                                        + " not lead to it, and no guess is confirmed by it.")
                @OnlyWhen(
                        field = "purpose",
                        is = {"STORY_PUBLICATION", "PHOTOGRAPH"})
                @Text(TextForm.SHA_256)
                @Nullable String textHash,
        @Carries(
                        kind = TIME,
                        because =
                                "A day and no moment: a moment would join the consents of one sitting, and so"
                                        + " a story to a person. A rare day still could, hence for the services"
                                        + " only.")
                @Nullable LocalDate validUntil)
        implements ConsentEvent {

    public ConsentGiven {
        Consents.namesAPersonUnlessForOneStory(purpose, beneficiary);
        if ((textHash != null) != purpose.isForOneStory()) {
            throw new MalformedEvent("a hash belongs to a consent for one story, and only there");
        }
        if (textHash != null) {
            TextForm.SHA_256.checked(textHash);
        }
    }
}
