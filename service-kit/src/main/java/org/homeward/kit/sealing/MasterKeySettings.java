package org.homeward.kit.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is: one of the two must be set, and there is no default.
 *
 * @param masterKeyFile file as {@link MasterKey#parse} reads it
 * @param masterKey the same in a variable of the environment, where no file can be mounted: whoever
 *     sees the environment of a process sees the key
 */
@ConfigurationProperties("homeward")
record MasterKeySettings(@Nullable Path masterKeyFile, @Nullable String masterKey) {

    /**
     * @throws IllegalStateException when there is none, or one too many
     */
    MasterKey read() {
        if (masterKeyFile != null && masterKey == null) {
            return MasterKey.read(masterKeyFile);
        }
        if (masterKey != null && masterKeyFile == null) {
            return MasterKey.parse(masterKey);
        }
        throw new IllegalStateException(
                "one of homeward.master-key-file and homeward.master-key must be set");
    }

    @Override
    public String toString() {
        return "***";
    }
}
