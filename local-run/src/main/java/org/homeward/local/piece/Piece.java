package org.homeward.local.piece;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One program of the local run. */
public interface Piece {

    /** As {@code logs} takes it, for instance {@code grant-service}. */
    String name();

    /** Where to look, for people. */
    List<Address> addresses();

    /** A row of the table: for instance {@code public site}, {@code http://127.0.0.1:8083}. */
    record Address(String what, String url) {}

    Path log();

    /** Port numbers and the setting that changes each. */
    Map<Integer, String> ports();

    /** Whatever would keep it from starting is said here, before anything is started. */
    void check(PrintStream progress);

    /**
     * Starts it and returns when it is ready.
     *
     * @param started told of the process as early as it exists
     */
    void start(Consumer<ProcessHandle> started);

    /** Whether it does its work now. */
    boolean isReady();
}
