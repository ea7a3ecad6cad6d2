package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.AMOUNT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Money;

/** A fund may now spend up to another ceiling, which replaces the one before. */
@EventType(
        value = "homeward.fund.ceiling-changed.v1",
        says = "The ceiling of a fund was changed; this is the new one, not the difference.")
public record FundCeilingChanged(
        @Carries(kind = RANDOM_ID, because = Because.FUND) UUID fund,
        @Carries(
                        kind = AMOUNT,
                        because = "Money that donors publish themselves; it belongs to no person.")
                Money ceiling)
        implements GrantEvent {}
