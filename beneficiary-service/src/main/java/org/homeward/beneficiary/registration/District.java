package org.homeward.beneficiary.registration;

/**
 * Where people live, as coarsely as it is told: a district, a city or a district of Dushanbe.
 *
 * @param code region by ISO 3166-2:TJ and a Latin name; stands in events for ever
 * @param tg name in Tajik
 * @param en name in English
 */
public record District(String code, String tg, String en) {}
