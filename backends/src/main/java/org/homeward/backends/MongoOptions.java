package org.homeward.backends;

import java.nio.file.Path;

/**
 * How a MongoDB is to run.
 *
 * @param data directory of its files and of {@code mongod.log}
 * @param port on 127.0.0.1; 0 takes a free one
 * @param compressed false: plain text can be searched for in its files
 * @param outlivesParent true: once ready it goes on when this JVM ends
 * @param testCommands true: it can be told to fail
 */
public record MongoOptions(
        Path mongod,
        Path data,
        int port,
        boolean compressed,
        boolean outlivesParent,
        boolean testCommands) {

    /** On a free port, compressed, ending with this JVM; mongod is found or fetched. */
    public static MongoOptions in(Path data) {
        return new MongoOptions(
                MongodBinary.find(MongodBinary.cache()), data, 0, true, false, false);
    }

    public MongoOptions onPort(int number) {
        return new MongoOptions(mongod, data, number, compressed, outlivesParent, testCommands);
    }

    public MongoOptions uncompressed() {
        return new MongoOptions(mongod, data, port, false, outlivesParent, testCommands);
    }

    public MongoOptions detached() {
        return new MongoOptions(mongod, data, port, compressed, true, testCommands);
    }

    /** For tests of faults: {@code failCommand} and its like are there. */
    public MongoOptions withTestCommands() {
        return new MongoOptions(mongod, data, port, compressed, outlivesParent, true);
    }
}
