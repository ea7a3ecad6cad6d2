package org.homeward.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Proof that who redeems a code is who asked for it (RFC 7636), and the state of one sign-in. */
record Pkce(String verifier, String state) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Pkce fresh() {
        return new Pkce(random(), random());
    }

    String challenge() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return text(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
