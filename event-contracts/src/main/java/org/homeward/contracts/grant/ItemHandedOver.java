package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** The person has an item of the grant, and has signed for it. */
@EventType(
        value = "homeward.grant.item-handed-over.v1",
        says = "An item of a grant was handed over to the person, who signed for it.")
public record ItemHandedOver(
        @Carries(kind = RANDOM_ID, because = Because.GRANT) UUID grant,
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of one item of one grant. What the item is, its serial number"
                                        + " and the signature stay in the service.")
                UUID item)
        implements GrantEvent {}
