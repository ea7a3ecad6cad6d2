package org.homeward.grant.people;

import java.util.UUID;

/**
 * Somebody known by event, as far as grants need it.
 *
 * @param organisation that serves the person
 * @param district where the person lives
 */
public record Person(UUID beneficiary, String organisation, String district) {}
