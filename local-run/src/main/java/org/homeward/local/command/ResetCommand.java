package org.homeward.local.command;

import java.util.Scanner;
import java.util.concurrent.Callable;
import org.homeward.local.Directories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Stops everything and deletes the data.")
final class ResetCommand implements Callable<Integer> {

    private final Surroundings here;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    ResetCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (!yes && !confirmed()) {
            here.out().println("Nothing was deleted.");
            return 1;
        }
        here.alone(
                () -> {
                    new DownCommand(here).stop();
                    Directories.delete(here.home().data());
                });
        here.out().println("Deleted " + here.home().data() + ".");
        return 0;
    }

    private boolean confirmed() {
        here.out().print("Delete all local data in " + here.home().data() + "? Type yes: ");
        here.out().flush();
        Scanner answer = new Scanner(System.in, System.getProperty("stdin.encoding", "UTF-8"));
        return answer.hasNextLine() && answer.nextLine().strip().equals("yes");
    }
}
