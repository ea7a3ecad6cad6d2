package org.homeward.local.command;

import java.util.EnumMap;
import java.util.Map;
import org.homeward.local.Home;
import org.homeward.local.Port;
import org.homeward.local.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The options {@code --port-…}, the same for every command. */
final class PortOptions {

    private final Map<Port, Integer> given = new EnumMap<>(Port.class);
    private final Home home;

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
                            .setter(setter(port))
                            .build());
        }
    }

    private ISetter setter(Port port) {
        return new ISetter() {
            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
            public <T> T set(T value) {
                if (value instanceof Integer number) {
                    given.put(port, number);
                }
                return value;
            }
        };
    }

    Ports ports() {
        return Ports.of(given, System.getenv(), running());
    }

    /** The ports of a running system. */
    @Nullable Ports running() {
        return Ports.saved(home.run().resolve("ports"));
    }
}
