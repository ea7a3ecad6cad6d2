package org.homeward.backends;

import org.jspecify.annotations.Nullable;

/** A real MongoDB or Kafka cannot be had here; the message is one line that says what to do. */
public final class BackendUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackendUnavailable(String message) {
        this(message, null);
    }

    public BackendUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
