package org.homeward.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows what runs; exit code 0 only when all is ready.")
final class StatusCommand implements Callable<Integer> {

    private final Surroundings here;

    StatusCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return new Table(here.system()).print(here.out()) ? 0 : 1;
    }
}
