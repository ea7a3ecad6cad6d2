package org.homeward.local.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.homeward.local.Home;
import org.homeward.local.Port;
import org.homeward.local.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Plays invented cases through the public APIs and checks what came of them.")
public final class DemoCommand implements Callable<Integer> {

    private final Home home;
    private final Supplier<Target> targets;
    private final PrintStream out;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "another file of the form of demo/cases.yaml")
    private @Nullable Path cases;

    public DemoCommand(Home home, Supplier<Target> targets, PrintStream out) {
        this.home = home;
        this.targets = targets;
        this.out = out;
    }

    @Override
    public Integer call() {
        var target = targets.get();
        var file =
                CasesFile.read(cases != null ? cases : home.project().resolve("demo/cases.yaml"));
        try (var api = new Api(target)) {
            boolean asExpected = new Demo(file, api, out, home.project().resolve("demo")).play();
            out.printf("%d mails were caught: %s/%n", api.caught(), target.ports().url(Port.MAIL));
            return asExpected ? 0 : 1;
        }
    }
}
