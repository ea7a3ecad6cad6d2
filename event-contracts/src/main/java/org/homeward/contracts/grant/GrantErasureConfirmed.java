package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** What grant-service kept of somebody who was erased is destroyed. */
@EventType(
        value = "homeward.grant.erasure-confirmed.v1",
        says =
                "What grant-service kept of somebody who was erased is destroyed; of whom is not told.")
public record GrantErasureConfirmed(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of one erasure: on no topic that others than the services"
                                        + " read.")
                UUID erasure)
        implements GrantErasureEvent {}
