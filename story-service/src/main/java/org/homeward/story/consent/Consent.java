package org.homeward.story.consent;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A consent to publish one story, or to be shown in its pictures, as far as its events tell. Whose
 * it is, this service never learns.
 *
 * @param textHash the text it was given for; null unless given, and where it is for a picture
 * @param validUntil the last day on which it holds, counted in Asia/Dushanbe; null for no end
 * @param story the one that it published, and the only one that it ever can; null before
 */
public record Consent(
        UUID id,
        State state,
        @Nullable String textHash,
        @Nullable LocalDate validUntil,
        @Nullable UUID story) {

    /** What the person said last. */
    public enum State {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }

    /** What is known of a consent after one more event; a withdrawal is final. */
    static Consent after(@Nullable Consent before, ConsentEvent event) {
        if (before != null && before.state == State.WITHDRAWN) {
            return before;
        }
        var story = before == null ? null : before.story;
        return switch (event) {
            case ConsentGiven given ->
                    new Consent(
                            given.consent(),
                            State.GIVEN,
                            given.textHash(),
                            given.validUntil(),
                            story);
            case ConsentRefused refused ->
                    new Consent(refused.consent(), State.REFUSED, null, null, story);
            case ConsentWithdrawn withdrawn ->
                    new Consent(withdrawn.consent(), State.WITHDRAWN, null, null, story);
        };
    }

    /**
     * Whether this text of this story may be public today, or the person be shown in it.
     *
     * @param hash of the text; null for a picture
     */
    public Standing standing(UUID ofStory, @Nullable String hash, LocalDate today) {
        return switch (state) {
            case REFUSED -> Standing.REFUSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
            case GIVEN -> {
                if ((hash == null) != (textHash == null)) {
                    yield Standing.OTHER_PURPOSE;
                }
                if (story != null && !story.equals(ofStory)) {
                    yield Standing.OTHER_STORY;
                }
                if (!Objects.equals(hash, textHash)) {
                    yield Standing.OTHER_TEXT;
                }
                yield validUntil != null && today.isAfter(validUntil)
                        ? Standing.EXPIRED
                        : Standing.IN_FORCE;
            }
        };
    }
}
