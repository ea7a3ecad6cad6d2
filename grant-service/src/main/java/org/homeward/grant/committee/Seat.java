package org.homeward.grant.committee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a committee, with what tells an interest in a case.
 *
 * @param member subject of the token
 * @param organisation where the member works
 * @param household that the member belongs to, where it is one the programmes know; else null
 */
public record Seat(String member, String organisation, @Nullable UUID household) {}
