package org.homeward.local.operate;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.homeward.local.Port;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "projections",
        description = "What services keep of others' events, and how the last rebuild of it went.")
public final class ProjectionsCommand implements Callable<Integer> {

    private static final String PATH = "/ops/v1/projections";

    private final Supplier<Operations> signedIn;
    private final PrintStream out;

    public ProjectionsCommand(Supplier<Operations> signedIn, PrintStream out) {
        this.signedIn = signedIn;
        this.out = out;
    }

    @Override
    public Integer call() {
        try (var operations = signedIn.get()) {
            for (Port service : Operations.SERVICES) {
                operations
                        .get(service, PATH)
                        .forEach(projection -> out.println(line(service, projection)));
            }
        }
        return 0;
    }

    @Command(
            name = "rebuild",
            description = {
                "Builds a projection anew from the beginning of its topics, beside the old one,",
                "and puts it into its place. It goes on behind: './homeward projections' shows it."
            })
    int rebuild(
            @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}")
                    Reader service,
            @Parameters(paramLabel = "PROJECTION") String projection) {
        try (var operations = signedIn.get()) {
            Port port = Port.valueOf(service.name());
            out.println(
                    line(port, operations.post(port, PATH + "/" + projection + "/rebuild", null)));
            return 0;
        }
    }

    /** The services that handle events. */
    enum Reader {
        BENEFICIARY,
        GRANT,
        STORY,
        NOTIFICATION
    }

    private static String line(Port service, JsonNode projection) {
        String state = projection.path("state").asString("");
        return "%-22s %-12s %s"
                .formatted(
                        Operations.name(service),
                        projection.path("projection").asString(""),
                        state.isEmpty()
                                ? "never rebuilt"
                                : "%s, %d events, began %s, ended %s %s"
                                        .formatted(
                                                state,
                                                projection.path("events").asLong(),
                                                projection.path("began").asString(""),
                                                projection.path("ended").asString("-"),
                                                projection.path("failure").asString("")));
    }
}
