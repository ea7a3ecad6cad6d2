package org.homeward.grant.inkind;

import org.homeward.grant.money.MoneyView;
import org.jspecify.annotations.Nullable;

/**
 * What the owner told at a visit.
 *
 * @param incomeBefore of the household in a month before the grant; null when it was not told
 * @param incomeNow the same now
 * @param nextStep what was agreed to do next
 */
record VisitReport(
        @Nullable MoneyView incomeBefore, @Nullable MoneyView incomeNow, String nextStep) {}
