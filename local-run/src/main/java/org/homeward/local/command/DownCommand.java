package org.homeward.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything cleanly; the data stays.")
final class DownCommand implements Callable<Integer> {

    private final Surroundings here;

    DownCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        here.alone(this::stop);
        return 0;
    }

    void stop() {
        here.system().stop();
        here.forget();
    }
}
