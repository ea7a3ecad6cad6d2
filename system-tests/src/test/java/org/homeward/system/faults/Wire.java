package org.homeward.system.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between the services and a backend: forwards every connection to a port, until it is
 * told to do worse. What is under way on a wire that was cut or silent is lost, and so is its
 * connection.
 */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    /** What becomes of bytes. */
    enum Quality {
        GOOD,
        /** Nothing passes, and connections end. */
        CUT,
        /** What the services say is swallowed: it seems sent. */
        DEAF,
        /** What the backend answers is swallowed: it was done, and nobody hears of it. */
        MUTE
    }

    private final ServerSocket entrance;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Quality quality = Quality.GOOD;
    private volatile Duration delay = Duration.ZERO;

    private Wire(ServerSocket entrance, InetSocketAddress target) {
        this.entrance = entrance;
        this.target = target;
    }

    static Wire to(int port, int from) {
        try {
            var entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(local(from), 200);
            var wire = new Wire(entrance, local(port));
            Thread.ofVirtual().name("wire to " + port).start(wire::accept);
            return wire;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    /** From now on; whatever has lost bytes ends, as it would never fit together again. */
    void become(Quality next) {
        quality = next;
        if (next == Quality.CUT || next == Quality.GOOD) {
            open.forEach(Wire::end);
        }
    }

    /** Every piece of data in each direction comes so much later. */
    void slow(Duration by) {
        delay = by;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                if (quality == Quality.CUT) {
                    end(near);
                } else {
                    Thread.ofVirtual().start(() -> join(near));
                }
            } catch (IOException closed) {
                // the loop looks
            }
        }
    }

    private void join(Socket near) {
        var far = new Socket();
        open.add(near);
        open.add(far);
        try (near;
                far) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(target, 1000);
            var back = Thread.ofVirtual().start(() -> pump(far, near, Quality.MUTE));
            pump(near, far, Quality.DEAF);
            back.join();
        } catch (IOException gone) {
            // both ends hear of it
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(near);
            open.remove(far);
        }
    }

    private void pump(Socket from, Socket to, Quality lost) {
        var buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                var wait = delay;
                if (!wait.isZero()) {
                    LockSupport.parkNanos(wait.toNanos());
                }
                if (quality == lost) {
                    continue;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException broken) {
            // as a connection ends
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // is what was wanted
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException ended) {
            // is what was wanted
        }
        open.forEach(Wire::end);
    }
}
