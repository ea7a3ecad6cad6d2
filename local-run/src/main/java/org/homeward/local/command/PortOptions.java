package org.homeward.local.command;

import java.io.Console;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.homeward.local.Home;
import org.homeward.local.Port;
import org.homeward.local.Ports;
import org.homeward.local.Refusal;
import org.homeward.local.Target;
import org.homeward.local.operate.Operations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options {@code --port-…}, the same for every command, {@code --target} and {@code --user}.
 */
final class PortOptions {

    private static final String PASSWORD = "HOMEWARD_PASSWORD";

    private final Map<Port, Integer> given = new EnumMap<>(Port.class);
    private final Home home;
    private Target.Kind kind = Target.Kind.LOCAL;
    private @Nullable String user;

    PortOptions(Home home) {
        this.home = home;
    }

    void addTo(CommandSpec command) {
        for (Port port : Port.values()) {
            command.addOption(
                    OptionSpec.builder(port.option())
                            .type(Integer.class)
                            .paramLabel("PORT")
                            .description("default " + port.standard() + ", or " + port.variable())
                            .setter(setter(value -> given.put(port, (Integer) value)))
                            .build());
        }
    }

    /** For a command that talks to a running system. */
    void addTargetTo(CommandSpec command) {
        command.addOption(
                OptionSpec.builder("--target")
                        .type(Target.Kind.class)
                        .paramLabel("local|compose")
                        .description("what ./homeward up started, or docker compose up")
                        .setter(setter(value -> kind = (Target.Kind) value))
                        .build());
    }

    /**
     * For a command that one role alone may give.
     *
     * @param role that role; a user of the demo is called the same
     */
    void addUserTo(CommandSpec command, String role) {
        command.addOption(
                OptionSpec.builder("--user")
                        .type(String.class)
                        .paramLabel("NAME")
                        .description(
                                "an "
                                        + role
                                        + " with an account of their own; their password is in "
                                        + PASSWORD
                                        + ", or asked for. Default: the demo's")
                        .setter(setter(value -> user = (String) value))
                        .build());
    }

    private static ISetter setter(Consumer<Object> take) {
        return new ISetter() {
            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
            public <T> T set(T value) {
                if (value != null) {
                    take.accept(value);
                }
                return value;
            }
        };
    }

    /** The system that a command talks to. */
    Target target() {
        return switch (kind) {
            case LOCAL -> Target.local(home, ports());
            // what a local run was started with is another system's
            case COMPOSE -> Target.compose(home, Ports.of(given, System.getenv(), null));
        };
    }

    /** Signed in there: as who is named, or as the demo's user of that role. */
    Operations operations(String role) {
        Target target = target();
        return user == null
                ? new Operations(target, role, target.secrets().demoPassword())
                : new Operations(target, user, password(user));
    }

    /** Never an argument, which everybody on the machine can read. */
    private static String password(String user) {
        String given = System.getenv(PASSWORD);
        if (given != null) {
            return given;
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("Password of %s: ", user))
                .map(String::new)
                .orElseThrow(() -> new Refusal("No password of " + user + " in " + PASSWORD));
    }

    Ports ports() {
        return Ports.of(given, System.getenv(), running());
    }

    /** The ports of a running system. */
    @Nullable Ports running() {
        return Ports.saved(home.run().resolve("ports"));
    }
}
