package org.homeward.kit.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where secrets are being written to or read from: bound while one document is mapped, so that the
 * mapping itself needs no parameter for it.
 *
 * @param key the record's key; destroyed keys throw {@link KeyDestroyed}
 * @param vault which is told of what does not open
 */
public record SealingPlace(String collection, UUID owner, Supplier<Aead> key, KeyVault vault) {

    static final byte FORMAT = 1;

    /** The place of the document that this thread maps. */
    public static final ScopedValue<SealingPlace> CURRENT = ScopedValue.newInstance();

    String name() {
        return collection + "/" + owner;
    }

    /** A blob moved to another record or collection can't be opened there. */
    byte[] associatedData() {
        return (name() + "/" + FORMAT).getBytes(StandardCharsets.UTF_8);
    }
}
