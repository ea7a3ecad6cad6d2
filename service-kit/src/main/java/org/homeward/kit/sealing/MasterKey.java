package org.homeward.kit.sealing;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The key that wraps all other keys; it is never stored beside the data. It has versions, so that
 * it can be replaced while the service runs: all of them unwrap, one wraps. A key management
 * service, which never gives its keys away, fits as well as a file: while it is away it says so by
 * {@link MasterKeyAway}, for every other failure means that what was wrapped does not fit, and that
 * it will not later. It answers or fails within seconds, since requests wait for it.
 */
public interface MasterKey {

    /** The version that wraps from now on; one of {@link #versions}. */
    int wrapping();

    /** All that are at hand, 1 to 9999. */
    Set<Integer> versions();

    /**
     * @return what wraps and unwraps; it throws {@link MasterKeyAway} as this does
     * @throws MasterKeyAway while it can't be asked
     * @throws GeneralSecurityException when it is not at hand
     */
    Aead version(int version) throws GeneralSecurityException;

    /**
     * @param file see {@link #parse}
     * @throws IllegalStateException when it is missing or malformed; never tells the content
     */
    static MasterKey read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the master key's file can't be read", unreadable);
        }
    }

    /**
     * @param text one or more of {@code VERSION:32 bytes in base64}, apart by blanks, line ends or
     *     commas; without a number it is version 1. The first wraps.
     * @throws IllegalStateException when it is malformed, or one was not drawn by chance; never
     *     tells the content
     */
    static MasterKey parse(String text) {
        return WrittenMasterKey.parse(text);
    }
}
