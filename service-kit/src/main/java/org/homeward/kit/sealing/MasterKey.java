package org.homeward.kit.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key that wraps the keys of records, and the root of the keys for blind look-ups. It comes
 * from a file and is never stored beside the data; a service without it does not start.
 */
public final class MasterKey {

    static final Configuration TINK = AeadConfig2026.get();

    private static final int BYTES = 32;

    private final byte[] key;
    private final Aead wrapping;

    @AccessesPartialKey
    private MasterKey(byte[] key) throws GeneralSecurityException {
        this.key = key.clone();
        var parameters =
                AesGcmParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build();
        var wrappingKey =
                AesGcmKey.builder()
                        .setParameters(parameters)
                        .setKeyBytes(
                                SecretBytes.copyFrom(
                                        derive("wrap record keys"), InsecureSecretKeyAccess.get()))
                        .build();
        this.wrapping =
                KeysetHandle.newBuilder()
                        .addEntry(KeysetHandle.importKey(wrappingKey).withRandomId().makePrimary())
                        .build()
                        .getPrimitive(TINK, Aead.class);
    }

    /**
     * @param file holds 32 random bytes in base64
     * @throws IllegalStateException when it is missing or malformed; the message names the setting,
     *     never the content
     */
    public static MasterKey read(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalStateException(
                        "the file named by homeward.master-key-file must hold 32 bytes in base64");
            }
            return new MasterKey(key);
        } catch (IOException | IllegalArgumentException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "the file named by homeward.master-key-file can't be read as 32 bytes in base64",
                    unreadable);
        }
    }

    /**
     * A key of its own for each purpose, so that one can't be used for another.
     *
     * @return 32 bytes
     */
    public byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256",
                    key,
                    new byte[0],
                    ("homeward/1/" + purpose).getBytes(StandardCharsets.UTF_8),
                    BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HMAC-SHA256 on this machine", impossible);
        }
    }

    Aead wrapping() {
        return wrapping;
    }
}
