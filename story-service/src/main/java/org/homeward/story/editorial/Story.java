package org.homeward.story.editorial;

import java.util.Optional;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.homeward.story.text.StoryText;

/**
 * A story on its way to the public and back; each state is a type and offers only what it allows.
 */
public sealed interface Story permits Draft, InReview, Approved, Published, Retracted, Erased {

    Profile profile();

    /** The field's word for the state. */
    default String stateName() {
        return switch (this) {
            case Draft _ -> "DRAFT";
            case InReview _ -> "IN_REVIEW";
            case Approved _ -> "APPROVED";
            case Published _ -> "PUBLISHED";
            case Retracted _ -> "RETRACTED";
            case Erased _ -> "ERASED";
        };
    }

    /** The words, as long as there are any. */
    default Optional<Secret<StoryText>> words() {
        return switch (this) {
            case Draft draft -> Optional.of(draft.text());
            case InReview inReview -> Optional.of(inReview.text());
            case Approved approved -> Optional.of(approved.text());
            case Published published -> Optional.of(published.text());
            case Retracted _, Erased _ -> Optional.empty();
        };
    }

    /** Whether it has words, and they open. */
    default boolean isLegible() {
        return words().filter(text -> text.legibility() == Legibility.READABLE).isPresent();
    }

    /**
     * Other words of it. Those before don't open after a restore of older data, where somebody was
     * left out since: then it is begun anew.
     */
    default Secret<StoryText> revised(StoryText now) {
        return Secret.of(isLegible() ? now.after(words().orElseThrow().open()) : now);
    }

    /**
     * What people consent to, as long as there are words. Once both reviews have approved it is
     * kept, and no later way to make it out changes it.
     */
    default Optional<String> digest() {
        return switch (this) {
            case Draft draft -> Optional.of(draft.text().open().hash(profile().setting()));
            case InReview review -> Optional.of(review.text().open().hash(profile().setting()));
            case Approved approved -> Optional.of(approved.textHash());
            case Published published -> Optional.of(published.textHash());
            case Retracted _, Erased _ -> Optional.empty();
        };
    }

    /**
     * This story, if it is in the state that a command needs.
     *
     * @throws StateConflict naming the state it is in
     */
    default <S extends Story> S as(Class<S> state) {
        if (state.isInstance(this)) {
            return state.cast(this);
        }
        throw new StateConflict(stateName());
    }
}
