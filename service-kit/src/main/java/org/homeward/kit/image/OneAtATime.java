package org.homeward.kit.image;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.web.Unavailable;

/**
 * Lets images be made one at a time in a process, in the order in which they came. Who would wait
 * too long is sent away, for the bodies of those who wait take memory as well.
 */
public final class OneAtATime {

    private static final int TRY_AGAIN = 5;

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    /**
     * @param patience the longest time to wait for a turn
     */
    public OneAtATime(Duration patience) {
        this.patience = patience;
    }

    /** Makes an image. */
    @FunctionalInterface
    public interface Making<T> {
        T make() throws IOException;
    }

    /**
     * @throws Unavailable when others took too long
     */
    public <T> T run(Making<T> making) throws IOException {
        if (!isMyTurn()) {
            throw new Unavailable("Other images are being made.", TRY_AGAIN);
        }
        try {
            return making.make();
        } finally {
            turn.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
