package org.homeward.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The sample command over one connection that is kept open; of one worker. Written by hand because
 * the load is made on the cores that are measured, and a client library would cost as much as a
 * server.
 */
public final class HttpCommand implements Command, AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String head;

    public HttpCommand(int port, Issuer issuer, String subject) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException refused) {
            throw new IllegalStateException("no connection to port " + port, refused);
        }
        head =
                """
                POST /api/v1/parcels HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Accept: application/json\r
                """
                        .formatted(port, issuer.token(subject));
    }

    /**
     * @throws IOException for any answer but 201
     */
    @Override
    public void run(UUID id) throws IOException {
        var body =
                "{\"id\":\"" + id + "\",\"district\":\"D1\",\"street\":\"Rudaki 17\",\"weight\":3}";
        var request =
                head
                        + "Idempotency-Key: \""
                        + UUID.randomUUID()
                        + "\"\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IOException(status);
        }
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line().strip(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next == '\n') {
                return text.toString();
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is gone all the same
        }
    }
}
