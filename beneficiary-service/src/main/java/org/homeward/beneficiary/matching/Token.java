package org.homeward.beneficiary.matching;

/**
 * A blinded {@link Attribute}: equal for equal attributes under one key, of no meaning without it.
 *
 * @param keyVersion which key made it, so that keys can be replaced one after the other
 * @param value base64url without padding, 43 characters
 */
public record Token(Attribute.Kind kind, int keyVersion, String value) {}
