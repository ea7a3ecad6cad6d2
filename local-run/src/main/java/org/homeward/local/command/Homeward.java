package org.homeward.local.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.backends.BackendUnavailable;
import org.homeward.local.Home;
import org.homeward.local.Refusal;
import org.homeward.local.demo.DemoCommand;
import org.homeward.local.operate.AuditCommand;
import org.homeward.local.operate.Operations;
import org.homeward.local.operate.ParkedCommand;
import org.homeward.local.operate.ProjectionsCommand;
import org.homeward.local.operate.RelayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of the local run. */
@Command(
        name = "./homeward",
        description = "The whole programme on this machine: real services, MongoDB and Kafka.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Beside the running system, with backends of their own:",
            "  chaos --minutes N [--seed S]      faults at random under load, and a verdict",
            "  bench backbone [--quick|--full]   how fast events are, against the least possible"
        })
public final class Homeward {

    /** Commands for a running system, however it was started. */
    private static final List<String> TALKING =
            List.of("token", "demo", "parked", "relay", "projections", "audit");

    private static final String OPERATOR = "administrator";
    private static final String AUDITOR = "auditor";

    /** Those among them that only one role may call, with that role. */
    private static final Map<String, String> RESERVED =
            Map.of(
                    "parked", OPERATOR,
                    "relay", OPERATOR,
                    "projections", OPERATOR,
                    "audit", AUDITOR);

    private Homeward() {}

    public static void main(String[] arguments) {
        String[] given = arguments.length == 0 ? new String[] {"--help"} : arguments;
        System.exit(commandLine(Home.ofThisRun(), System.out).execute(given));
    }

    static CommandLine commandLine(Home home, PrintStream out) {
        PortOptions options = new PortOptions(home);
        Surroundings here = new Surroundings(home, options, out);
        Supplier<Operations> operating = () -> options.operations(OPERATOR);
        Supplier<Operations> auditing = () -> options.operations(AUDITOR);
        CommandLine line =
                new CommandLine(new Homeward())
                        .addSubcommand(new UpCommand(here))
                        .addSubcommand(new StatusCommand(here))
                        .addSubcommand(new LogsCommand(here))
                        .addSubcommand(new TokenCommand(here))
                        .addSubcommand(new DemoCommand(home, options::target, out))
                        .addSubcommand(new ParkedCommand(operating, out))
                        .addSubcommand(new RelayCommand(operating, out))
                        .addSubcommand(new ProjectionsCommand(operating, out))
                        .addSubcommand(new AuditCommand(auditing, out))
                        .addSubcommand(new DownCommand(here))
                        .addSubcommand(new ResetCommand(here))
                        .addSubcommand(new HelperCommand(here));
        // not what is below them: a method's parameters are all the options it can have
        line.getSubcommands().forEach((name, c) -> prepare(name, c.getCommandSpec(), options));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, _) -> explain(e, command));
        return line;
    }

    private static void prepare(String name, CommandSpec command, PortOptions options) {
        command.mixinStandardHelpOptions(true);
        options.addTo(command);
        if (TALKING.contains(name)) {
            options.addTargetTo(command);
        }
        String role = RESERVED.get(name);
        if (role != null) {
            options.addUserTo(command, role);
        }
    }

    /** What can happen takes one line; anything else is a defect and shows where it is. */
    private static int explain(Exception e, CommandLine line) throws Exception {
        String said =
                switch (e) {
                    case Refusal refusal -> refusal.getMessage();
                    case BackendUnavailable unavailable -> unavailable.getMessage();
                    case UncheckedIOException failed ->
                            "cannot read or write: " + failed.getCause();
                    default -> throw e;
                };
        line.getErr().println("homeward: " + said);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
