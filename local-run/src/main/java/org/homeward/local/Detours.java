package org.homeward.local;

import java.util.Map;

/**
 * Ports by which the services are led to MongoDB, Kafka and SMTP instead of straight there: {@code
 * HOMEWARD_VIA_MONGODB} and so on. For tests that put something of their own in between; whoever
 * sets one has to forward what comes there.
 */
public record Detours(Map<String, String> environment) {

    private static final String PREFIX = "HOMEWARD_VIA_";

    public Detours {
        environment = Map.copyOf(environment);
    }

    /** The port at which services find what listens at the other. */
    public int to(Port port, Ports ports) {
        var detour = environment.getOrDefault(PREFIX + port.name(), "");
        if (detour.isBlank()) {
            return ports.get(port);
        }
        try {
            return Integer.parseInt(detour.strip());
        } catch (NumberFormatException _) {
            throw new Refusal(PREFIX + port.name() + " is no number: " + detour);
        }
    }
}
