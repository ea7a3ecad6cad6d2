package org.homeward.local.operate;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.homeward.local.Port;
import org.homeward.local.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "parked",
        description = {
            "Messages that a service could not handle, and what to do about them.",
            "Without a command: lists them; exit code 0 only when there are none."
        })
public final class ParkedCommand implements Callable<Integer> {

    private static final String PATH = "/ops/v1/parked";

    private final Supplier<Operations> signedIn;
    private final PrintStream out;

    /** Reasons as the services know them. */
    enum Reason {
        EFFECT_EXISTS,
        OVERTAKEN,
        SENT_IN_ERROR,
        UNREADABLE
    }

    public ParkedCommand(Supplier<Operations> signedIn, PrintStream out) {
        this.signedIn = signedIn;
        this.out = out;
    }

    @Override
    public Integer call() {
        try (var operations = signedIn.get()) {
            int count = 0;
            for (Port service : Operations.SERVICES) {
                for (JsonNode message : operations.all(service, PATH)) {
                    out.println(line(service, message));
                    count++;
                }
            }
            out.println(count == 0 ? "Nothing is parked." : count + " parked.");
            return count == 0 ? 0 : 1;
        }
    }

    @Command(
            name = "show",
            description = "Everything about one; that somebody looked is on record.")
    int show(@Parameters(paramLabel = "ID") UUID id) {
        try (var operations = signedIn.get()) {
            JsonNode found = operations.get(home(operations, id), PATH + "/" + id);
            out.println(found.path("message").toPrettyString());
            out.println(found.path("content").asString());
            return 0;
        }
    }

    @Command(
            name = "replay",
            description = "Handles this one again, and in order what waits behind it.")
    int replay(@Parameters(paramLabel = "ID") UUID id) {
        try (var operations = signedIn.get()) {
            boolean flows =
                    operations
                            .post(home(operations, id), PATH + "/" + id + "/replay", null)
                            .path("flows")
                            .asBoolean();
            out.println(
                    flows ? "Handled: its aggregate flows again." : "It still can't be handled.");
            return flows ? 0 : 1;
        }
    }

    @Command(name = "replay-all", description = "Handles everything again, in every service.")
    int replayAll() {
        long left = 0;
        try (var operations = signedIn.get()) {
            for (Port service : Operations.SERVICES) {
                long remaining =
                        operations.post(service, PATH + "/replay", null).path("parked").asLong();
                out.printf("%-22s %d still parked%n", Operations.name(service), remaining);
                left += remaining;
            }
        }
        return left == 0 ? 0 : 1;
    }

    @Command(
            name = "discard",
            description = "Takes one out without any effect; what waits behind it is handled then.")
    int discard(
            @Parameters(paramLabel = "ID") UUID id,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "REASON",
                            description = "${COMPLETION-CANDIDATES}")
                    Reason reason) {
        try (var operations = signedIn.get()) {
            operations.post(
                    home(operations, id),
                    PATH + "/" + id + "/discard",
                    Map.of("reason", reason.name()));
            out.println("Discarded.");
            return 0;
        }
    }

    /** The service where this message is parked. */
    private static Port home(Operations operations, UUID id) {
        return Operations.SERVICES.stream()
                .filter(service -> isParked(operations.all(service, PATH), id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "Nothing is parked under "
                                                + id
                                                + ": ./homeward parked lists all."));
    }

    private static boolean isParked(List<JsonNode> messages, UUID id) {
        return messages.stream()
                .anyMatch(message -> id.toString().equals(message.path("id").asString("")));
    }

    private static String line(Port service, JsonNode message) {
        String place =
                message.path("source").isNull()
                        ? "%s/%d at %d"
                                .formatted(
                                        message.path("topic").asString(""),
                                        message.path("partition").asInt(),
                                        message.path("offset").asLong())
                        : "%s #%d %s"
                                .formatted(
                                        message.path("source").asString(""),
                                        message.path("sequence").asLong(),
                                        message.path("type").asString(""));
        return "%-22s %s  since %s  %s  %s"
                .formatted(
                        Operations.name(service),
                        message.path("id").asString(""),
                        message.path("since").asString(""),
                        place,
                        message.path("reason").asString(""));
    }
}
