package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.grant.money.Money;
import org.homeward.grant.people.Person;

/**
 * What was approved: for whom, from which fund, how much, for what sort of business.
 *
 * @param approvedBy who may confirm no payment of it
 */
public record Terms(
        UUID application,
        Person person,
        UUID fund,
        String programme,
        Sector sector,
        boolean womenLed,
        Money amount,
        String approvedBy) {}
