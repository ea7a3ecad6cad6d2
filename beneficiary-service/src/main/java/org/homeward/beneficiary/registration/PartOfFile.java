package org.homeward.beneficiary.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Change;
import org.homeward.kit.security.Actor;

/**
 * What one feature keeps of a person: told to her, and erased with her. Each feature that keeps
 * something has one: a walk through all of them meets everything there is of her.
 */
public interface PartOfFile {

    /**
     * @param teller who hands it to her: nothing is told that this worker may not read
     * @param language {@code tg}, {@code ru} or {@code en}, where there are words in several
     */
    List<Told> tell(UUID person, Actor teller, String language);

    /**
     * Destroys it with this change, so that nobody can read it any more. Done again it destroys
     * what has come since or {@link #isLeft was left}, and changes nothing else.
     *
     * @return ids under which story-service has to confirm that what was written for a story of
     *     hers is destroyed; mostly none
     */
    List<UUID> erase(UUID person, Change change);

    /**
     * Whether {@link #erase} has left something for another change, for one bears only so much:
     * nothing that anybody acts on or that tells who she is.
     */
    default boolean isLeft(UUID person, Change change) {
        return false;
    }

    /** When something of it was last written or changed; empty when there is nothing. */
    Optional<Instant> lastChange(UUID person, Change change);
}
