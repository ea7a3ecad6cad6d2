package org.homeward.local.piece;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.backends.MongodBinary;
import org.homeward.local.Port;

/**
 * @param reachedAt the port that its clients are told of
 */
record MongoPiece(Path data, int port, int reachedAt, boolean compressed) implements Piece {

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public List<Address> addresses() {
        return List.of(new Address("mongodb", MongoProcess.uri(port, "")));
    }

    @Override
    public Path log() {
        return data.resolve("mongod.log");
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(port, setting(Port.MONGODB));
    }

    static String setting(Port port) {
        return port.variable() + " or " + port.option();
    }

    @Override
    public void check(PrintStream progress) {
        if (!MongodBinary.isAtHand(MongodBinary.cache())) {
            progress.println("Fetching MongoDB, once (42 MB) ...");
        }
        MongodBinary.find(MongodBinary.cache());
    }

    @Override
    public void start(Consumer<ProcessHandle> started) {
        MongoOptions options = MongoOptions.in(data).onPort(port).reachedAt(reachedAt).detached();
        MongoProcess.start(compressed ? options : options.uncompressed(), started);
    }

    @Override
    public boolean isReady() {
        return MongoProcess.isReady(port);
    }
}
