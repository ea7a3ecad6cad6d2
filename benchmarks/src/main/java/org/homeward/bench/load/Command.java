package org.homeward.bench.load;

import java.util.UUID;

/** What is measured: it returns when it is acknowledged, and throws when it was refused. */
@FunctionalInterface
public interface Command {

    void run(UUID id) throws Exception;
}
