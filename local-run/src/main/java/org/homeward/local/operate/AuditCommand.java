package org.homeward.local.operate;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.homeward.local.Port;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(
        name = "audit",
        description = "Whether what was done, and who saw whom, is as it was recorded.",
        synopsisSubcommandLabel = "verify")
public final class AuditCommand {

    private static final String PATH = "/ops/v1/audit/verification";

    private final Supplier<Operations> signedIn;
    private final PrintStream out;

    public AuditCommand(Supplier<Operations> signedIn, PrintStream out) {
        this.signedIn = signedIn;
        this.out = out;
    }

    @Command(
            name = "verify",
            description = {
                "Compares the journals and access logs of all services with their signatures,",
                "their seals and the heads that were told on homeward.audit.v1.",
                "Exit code 0 only when nothing was altered, removed, inserted or reordered, and",
                "nothing has waited for minutes to be sealed or told. One at a time; it may take",
                "long where much was done."
            })
    int verify() {
        long found = 0;
        try (var operations = signedIn.get()) {
            for (Port service : Operations.SERVICES) {
                JsonNode report = operations.postPatiently(service, PATH);
                var name = Operations.name(service);
                report.path("chains").forEach(chain -> out.println(line(name, chain)));
                report.path("findings").forEach(finding -> out.println(found(name, finding)));
                found += report.path("found").asLong();
            }
        }
        out.println(found == 0 ? "Everything is as it was recorded." : found + " findings.");
        return found == 0 ? 0 : 1;
    }

    private static String line(String service, JsonNode chain) {
        return ("%-22s %-8s %d entries in %d batches, told up to batch %d, %d not sealed yet,"
                        + " head %s")
                .formatted(
                        service,
                        chain.path("log").asString(""),
                        chain.path("entries").asLong(),
                        chain.path("batches").asLong(),
                        chain.path("told").asLong(),
                        chain.path("waiting").asLong(),
                        chain.path("head").asString(""));
    }

    private static String found(String service, JsonNode finding) {
        return "    %s in %s of %s: batch %d, position %d, entry %s"
                .formatted(
                        finding.path("kind").asString(""),
                        finding.path("log").asString(""),
                        service,
                        finding.path("batch").asLong(),
                        finding.path("position").asInt(),
                        finding.path("entry").asString(""));
    }
}
