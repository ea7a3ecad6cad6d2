package org.homeward.beneficiary.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns attributes into tokens by HMAC-SHA256 over kind and value. Who holds the key can try out
 * all telephone numbers in half an hour: it must not lie beside the tokens or in their back-ups.
 */
public final class Blinding {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;
    private final int keyVersion;

    /**
     * @param key at least 32 random bytes; copied
     * @throws IllegalArgumentException if the key is too short
     */
    public Blinding(byte[] key, int keyVersion) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("a blinding key has at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.keyVersion = keyVersion;
    }

    /** The token of each attribute, in the same order. */
    public Set<Token> blind(Collection<Attribute> attributes) {
        var tokens = new LinkedHashSet<Token>();
        attributes.forEach(attribute -> tokens.add(blind(attribute)));
        return tokens;
    }

    /** The kind is part of what is blinded: a year never equals a telephone number. */
    public Token blind(Attribute attribute) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(attribute.kind().name().getBytes(UTF_8));
            mac.update((byte) 0);
            byte[] blinded = mac.doFinal(attribute.value().getBytes(UTF_8));
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(blinded);
            return new Token(attribute.kind(), keyVersion, value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
