package org.homeward.local.operate;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.homeward.local.Port;
import org.homeward.local.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "relay",
        description = {
            "What waits to be published, who publishes, and what is held aside.",
            "Exit code 0 only when nothing is held and every shard has an owner."
        })
public final class RelayCommand implements Callable<Integer> {

    private static final String PATH = "/ops/v1/relay";

    private final Supplier<Target> target;
    private final PrintStream out;

    public RelayCommand(Supplier<Target> target, PrintStream out) {
        this.target = target;
        this.out = out;
    }

    @Override
    public Integer call() {
        boolean good = true;
        try (var operations = operations()) {
            for (Port service : Operations.SERVICES) {
                JsonNode standing = operations.get(service, PATH);
                out.printf(
                        "%-22s pending %d, oldest %d s, held %d%n",
                        Operations.name(service),
                        standing.path("pending").asLong(),
                        standing.path("oldestSeconds").asLong(),
                        standing.path("held").asLong());
                Map<String, Integer> owners = owners(standing.path("owners"));
                owners.forEach(
                        (owner, shards) ->
                                out.printf(
                                        "    %-36s %d shards%n",
                                        owner.isEmpty() ? "(nobody)" : owner, shards));
                operations.get(service, PATH + "/held").forEach(held -> out.println(line(held)));
                good &= standing.path("held").asLong() == 0 && !owners.containsKey("");
            }
        }
        return good ? 0 : 1;
    }

    @Command(
            name = "release",
            description = "Publishes what is held of an aggregate, in its old order.")
    int release(@Parameters(paramLabel = "AGGREGATE") UUID aggregate) {
        boolean released = false;
        try (var operations = operations()) {
            for (Port service : Operations.SERVICES) {
                released |=
                        operations
                                .post(service, PATH + "/held/" + aggregate + "/release", null)
                                .path("released")
                                .asBoolean();
            }
        }
        out.println(released ? "Released." : "Nothing of it is held.");
        return released ? 0 : 1;
    }

    private static Map<String, Integer> owners(JsonNode shards) {
        Map<String, Integer> owners = new TreeMap<>();
        shards.forEach(owner -> owners.merge(owner.asString(""), 1, Integer::sum));
        return owners;
    }

    private static String line(JsonNode held) {
        return "    held: %s %s of %s, %d entries since %s: %s"
                .formatted(
                        held.path("type").asString(""),
                        held.path("aggregate").asString(""),
                        held.path("shard").asString(""),
                        held.path("entries").asInt(),
                        held.path("since").asString(""),
                        held.path("reason").asString(""));
    }

    private Operations operations() {
        return new Operations(target.get());
    }
}
