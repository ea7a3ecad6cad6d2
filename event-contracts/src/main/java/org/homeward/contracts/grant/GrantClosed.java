package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** A grant is at its end: handed over, paid, visited and reported, or nothing came of it. */
@EventType(
        value = "homeward.grant.closed.v1",
        says =
                "A grant is at its end: all is handed over, paid and reported, or all of it was"
                        + " cancelled.")
public record GrantClosed(@Carries(kind = RANDOM_ID, because = Because.GRANT) UUID grant)
        implements GrantEvent {}
