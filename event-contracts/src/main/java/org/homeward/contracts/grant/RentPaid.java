package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.AMOUNT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Money;

/** One month's rent of a business went to its landlord. */
@EventType(
        value = "homeward.grant.rent-paid.v1",
        says = "Finance confirmed that one instalment of rent was paid to the landlord.")
public record RentPaid(
        @Carries(kind = RANDOM_ID, because = Because.GRANT) UUID grant,
        @Carries(
                        kind = AMOUNT,
                        because =
                                "Reports add up what was spent. An exact sum can pick one rent, of a random"
                                        + " id; neither landlord nor address is told, and no story tells a rent.")
                Money amount)
        implements GrantEvent {}
