package org.homeward.local;

import java.util.List;
import java.util.Optional;

/** A program that calls in its own name, by client credentials. */
public record MachineClient(String id, String role, String organisation) {

    public static final List<MachineClient> ALL =
            List.of(
                    new MachineClient("story-service", "service-story", "mission"),
                    new MachineClient("notification-service", "service-notification", "mission"),
                    new MachineClient("partner-hamdasti", "partner-api", "hamdasti"));

    public static Optional<MachineClient> find(String id) {
        return ALL.stream().filter(client -> client.id().equals(id)).findFirst();
    }
}
