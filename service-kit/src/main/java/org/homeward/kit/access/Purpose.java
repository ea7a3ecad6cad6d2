package org.homeward.kit.access;

/**
 * Why somebody reads personal data, by the header {@code Homeward-Purpose}; an argument of every
 * controller method that shows some, with {@link ForPurpose}.
 *
 * @param code one of those that the endpoint allows
 */
public record Purpose(String code) {}
