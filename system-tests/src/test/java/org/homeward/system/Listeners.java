package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a process listens for connections, as Linux tells: whatever it was told to do. */
final class Listeners {

    private static final String LISTENING = "0A";

    /** Places in a line of {@code /proc/net/tcp}: proc(5). */
    private static final int ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;

    private Listeners() {}

    static Set<InetSocketAddress> of(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        var listeners = new HashSet<InetSocketAddress>();
        try {
            var sockets = sockets(proc.resolve("fd"));
            for (var table : List.of("tcp", "tcp6")) {
                for (var line : Files.readAllLines(proc.resolve("net").resolve(table))) {
                    var fields = List.of(line.strip().split(" +"));
                    if (fields.get(STATE).equals(LISTENING)
                            && sockets.contains("socket:[" + fields.get(INODE) + "]")) {
                        listeners.add(address(fields.get(ADDRESS)));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return listeners;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        var sockets = new HashSet<String>();
        try (var files = Files.list(descriptors)) {
            for (var file : files.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (NoSuchFileException closed) {
                    // meanwhile
                }
            }
        }
        return sockets;
    }

    /** For instance {@code 0100007F:1F90}: the address in words of the machine's byte order. */
    private static InetSocketAddress address(String text) throws IOException {
        var hex = text.substring(0, text.indexOf(':'));
        var bytes = ByteBuffer.allocate(hex.length() / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at < hex.length(); at += 8) {
            bytes.putInt(Integer.parseUnsignedInt(hex.substring(at, at + 8), 16));
        }
        return new InetSocketAddress(
                InetAddress.getByAddress(bytes.array()),
                Integer.parseInt(text.substring(text.indexOf(':') + 1), 16));
    }
}
