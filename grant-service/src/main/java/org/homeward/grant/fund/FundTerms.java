package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.money.Currency;

/** What never changes of a fund, and who applies for its money must know. */
public record FundTerms(UUID id, String programme, Currency currency) {}
