package org.homeward.bench.process;

import org.homeward.bench.load.Command;
import org.homeward.bench.load.Effects;

/** What is measured, in a process of its own. */
public interface Subject {

    /** Port of its web server. */
    int port();

    Command command(Order.Kind kind);

    Effects effects();

    /** Makes the same collections, indexes and documents as that database has. */
    void copy(String database);

    /** Begins to publish what is pending in that database; all of it is addressed to the topic. */
    void drain(String database, String topic);

    void stopDrain();
}
