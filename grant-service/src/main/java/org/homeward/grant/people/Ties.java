package org.homeward.grant.people;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a person otherwise and so can't judge her case, as far as events have told.
 *
 * @param organisation whose case-worker has the case; null while nothing is known
 * @param households that the person belongs or belonged to
 * @param staff pseudonyms of the owners and the assessors of the case
 */
public record Ties(@Nullable String organisation, Set<UUID> households, Set<UUID> staff) {

    public static final Ties NONE = new Ties(null, Set.of(), Set.of());

    public Ties {
        households = Set.copyOf(households);
        staff = Set.copyOf(staff);
    }
}
