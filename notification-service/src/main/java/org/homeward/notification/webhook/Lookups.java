package org.homeward.notification.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up in bounded time. The system's resolver waits for somebody else's name server and
 * can't be interrupted: what it hangs in keeps a thread of its own, and nobody waits for that.
 * While too many hang, no name is found.
 */
final class Lookups implements Destinations.Resolver {

    static final int MOST = 32;

    private final Destinations.Resolver names;
    private final Duration longest;
    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    0,
                    MOST,
                    10,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("lookup-", 1).factory());

    Lookups(Destinations.Resolver names, Duration longest) {
        this.names = names;
        this.longest = longest;
    }

    /**
     * @throws UnknownHostException when it is unknown, or was not found in time
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return threads.submit(() -> names.resolve(host))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new UnknownHostException("is not found");
        } catch (TimeoutException | RejectedExecutionException late) {
            throw new UnknownHostException("is not found in time");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("is not looked for any more");
        }
    }
}
