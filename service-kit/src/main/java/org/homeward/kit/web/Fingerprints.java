package org.homeward.kit.web;

import java.util.HexFormat;

/**
 * Tells equal bodies from others without keeping them. It is keyed, so that a stored fingerprint is
 * no way to guess a body.
 */
@FunctionalInterface
public interface Fingerprints {

    String of(byte[] body);

    static Fingerprints keyed(byte[] key) {
        Hmac hmac = new Hmac(key);
        return body -> HexFormat.of().formatHex(hmac.of(body));
    }
}
