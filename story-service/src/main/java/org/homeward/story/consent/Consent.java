package org.homeward.story.consent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A consent to publish one story, or to be shown in its pictures, as far as its events tell. Whose
 * it is, this service never learns.
 *
 * @param hash of the text or the picture it was given for; null unless given
 * @param validUntil the last day on which it holds, counted in Asia/Dushanbe; null for no end
 * @param story the one that it published, and the only one that it ever can; null before
 */
public record Consent(
        UUID id,
        ConsentPurpose purpose,
        State state,
        @Nullable String hash,
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
                            given.purpose(),
                            State.GIVEN,
                            given.textHash(),
                            given.validUntil(),
                            story);
            case ConsentRefused refused ->
                    new Consent(
                            refused.consent(), refused.purpose(), State.REFUSED, null, null, story);
            case ConsentWithdrawn withdrawn ->
                    new Consent(
                            withdrawn.consent(),
                            withdrawn.purpose(),
                            State.WITHDRAWN,
                            null,
                            null,
                            story);
            case ConsentErased erased ->
                    new Consent(
                            erased.consent(), erased.purpose(), State.WITHDRAWN, null, null, story);
        };
    }

    /**
     * How it stands when the person has said no, or not any more, to whatever it was asked for;
     * empty else.
     */
    Optional<Standing> over(LocalDate today) {
        return switch (state) {
            case REFUSED -> Optional.of(Standing.REFUSED);
            case WITHDRAWN -> Optional.of(Standing.WITHDRAWN);
            case GIVEN -> isExpired(today) ? Optional.of(Standing.EXPIRED) : Optional.empty();
        };
    }

    private boolean isExpired(LocalDate today) {
        return validUntil != null && today.isAfter(validUntil);
    }

    /**
     * Whether this text of this story may be public today, or this picture of the person in it.
     *
     * @param wanted what it has to be for
     * @param shown the digest of the text or the picture
     */
    public Standing standing(UUID ofStory, ConsentPurpose wanted, String shown, LocalDate today) {
        return switch (state) {
            case REFUSED -> Standing.REFUSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
            case GIVEN -> {
                if (purpose != wanted) {
                    yield Standing.OTHER_PURPOSE;
                }
                if (story != null && !story.equals(ofStory)) {
                    yield Standing.OTHER_STORY;
                }
                if (!shown.equals(hash)) {
                    yield Standing.OTHER_TEXT;
                }
                yield isExpired(today) ? Standing.EXPIRED : Standing.IN_FORCE;
            }
        };
    }
}
