package org.homeward.backends;

import java.nio.file.Path;

/**
 * How a MongoDB is to run.
 *
 * @param data directory of its files and of {@code mongod.log}
 * @param port on 127.0.0.1; 0 takes a free one
 * @param reachedAt the port its clients are told of, if something stands between; 0: its own
 * @param compressed false: plain text can be searched for in its files
 * @param outlivesParent true: once ready it goes on when this JVM ends
 * @param testCommands true: it can be told to fail
 */
public record MongoOptions(
        Path mongod,
        Path data,
        int port,
        int reachedAt,
        boolean compressed,
        boolean outlivesParent,
        boolean testCommands) {

    /** On a free port, compressed, ending with this JVM; mongod is found or fetched. */
    public static MongoOptions in(Path data) {
        return new MongoOptions(
                MongodBinary.find(MongodBinary.cache()), data, 0, 0, true, false, false);
    }

    public MongoOptions onPort(int number) {
        return new MongoOptions(
                mongod, data, number, reachedAt, compressed, outlivesParent, testCommands);
    }

    /** Its clients go by another port of 127.0.0.1, from where somebody has to forward them. */
    public MongoOptions reachedAt(int number) {
        return new MongoOptions(
                mongod, data, port, number, compressed, outlivesParent, testCommands);
    }

    int toldPort() {
        return reachedAt == 0 ? port : reachedAt;
    }

    public MongoOptions uncompressed() {
        return new MongoOptions(mongod, data, port, reachedAt, false, outlivesParent, testCommands);
    }

    public MongoOptions detached() {
        return new MongoOptions(mongod, data, port, reachedAt, compressed, true, testCommands);
    }

    /** For tests of faults: {@code failCommand} and its like are there. */
    public MongoOptions withTestCommands() {
        return new MongoOptions(mongod, data, port, reachedAt, compressed, outlivesParent, true);
    }
}
