package org.homeward.beneficiary.registration;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.kit.web.Problem;

/**
 * Files that nobody reads for work on the case, in whatever role: of whom said no to it, took her
 * yes back or let it run out, while no other yes of hers is in force. Who was not asked yet, or has
 * not answered, is no such person: consent is asked of somebody who is registered and was spoken
 * with. Asked once a file was found within scope, and never of what she may have in any case: her
 * consents, her copy, her erasure, who read, what a story discloses, a correction.
 */
public interface ClosedFiles {

    /** Those of these people whose file is closed today: one query for all. */
    Set<UUID> among(Collection<UUID> people);

    /** Whether this person's file is closed today: one query. */
    default boolean contain(UUID person) {
        return among(List.of(person)).contains(person);
    }

    /**
     * @throws Problem 403, which names the consent that is missing, when the file is closed today:
     *     one query
     */
    void check(UUID person);
}
