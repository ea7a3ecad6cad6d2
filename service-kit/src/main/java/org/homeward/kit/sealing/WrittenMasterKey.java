package org.homeward.kit.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The master key as an operator wrote it down: AES256-GCM for each version. */
final class WrittenMasterKey implements MasterKey {

    static final Configuration TINK = AeadConfig2026.get();

    private static final int BYTES = 32;
    private static final Pattern ONE = Pattern.compile("(?:([1-9][0-9]{0,3}):)?([A-Za-z0-9+/=]+)");

    private final int wrapping;
    private final Map<Integer, Aead> versions;

    private WrittenMasterKey(int wrapping, Map<Integer, Aead> versions) {
        this.wrapping = wrapping;
        this.versions = Map.copyOf(versions);
    }

    static WrittenMasterKey parse(String text) {
        int first = 0;
        var versions = new LinkedHashMap<Integer, Aead>();
        for (String word : text.strip().split("[\\s,]+", -1)) {
            var one = ONE.matcher(word);
            if (!one.matches()) {
                throw malformed();
            }
            int version = one.group(1) == null ? 1 : Integer.parseInt(one.group(1));
            if (versions.put(version, aead(one.group(2))) != null) {
                throw new IllegalStateException("the master key has two versions " + version);
            }
            first = first == 0 ? version : first;
        }
        return new WrittenMasterKey(first, versions);
    }

    @AccessesPartialKey
    private static Aead aead(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length != BYTES) {
                throw malformed();
            }
            if (!DrawnKey.is(key)) {
                throw new IllegalStateException(
                        "the master key was not drawn by chance: its bytes repeat, count or spell");
            }
            var parameters =
                    AesGcmParameters.builder()
                            .setKeySizeBytes(BYTES)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build();
            var wrapping =
                    AesGcmKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                            .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(wrapping).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(TINK, Aead.class);
        } catch (IllegalArgumentException | GeneralSecurityException notBase64) {
            // without its cause: that may quote the key
            throw malformed();
        }
    }

    private static IllegalStateException malformed() {
        return new IllegalStateException("the master key must be 32 bytes in base64, or several");
    }

    @Override
    public int wrapping() {
        return wrapping;
    }

    @Override
    public Set<Integer> versions() {
        return versions.keySet();
    }

    @Override
    public Aead version(int version) throws GeneralSecurityException {
        var aead = versions.get(version);
        if (aead == null) {
            throw new GeneralSecurityException(
                    "version %d of the master key is not at hand".formatted(version));
        }
        return aead;
    }
}
