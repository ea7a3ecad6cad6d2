package org.homeward.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.local.Port;
import org.homeward.local.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * The programme clocks of the services, which the demo moves over the days that people wait. They
 * stay where an earlier run has moved them: what was due then is done, and is answered again.
 */
final class Clocks {

    private static final String PATH = "/local/v1/programme-clock";
    private static final List<Port> SERVICES = List.of(Port.BENEFICIARY, Port.GRANT, Port.STORY);
    private static final ZoneId DUSHANBE = ZoneId.of("Asia/Dushanbe");

    private final Api api;
    private final Progress progress;
    private Duration reached = Duration.ofSeconds(-1);

    Clocks(Api api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /** The day of the programme, as beneficiary-service has it. */
    LocalDate today() {
        return LocalDate.parse(read(Port.BENEFICIARY).path("today").asString());
    }

    /** Moves all to a day at least; never back. */
    void moveTo(LocalDate day) {
        moveTo(day.atStartOfDay(DUSHANBE).toInstant());
    }

    /** Moves all to a moment at least; never back. */
    void moveTo(Instant moment) {
        var ahead = Duration.between(Instant.now(), moment).plusMinutes(1);
        var whole = Duration.ofHours(ahead.toHours() + 1);
        if (ahead.isNegative() || reached.compareTo(whole) >= 0) {
            return;
        }
        var least = SERVICES.stream().map(service -> move(service, whole)).sorted().toList();
        reached = least.getFirst();
        if (reached.equals(whole)) {
            progress.say("the programme clock goes on to " + moment);
        }
    }

    /**
     * @return how far ahead the service is then
     */
    private Duration move(Port service, Duration wanted) {
        var now = Duration.parse(read(service).path("offset").asString());
        if (now.compareTo(wanted) >= 0) {
            return now;
        }
        var moved =
                api.command(
                        "administrator",
                        "PUT",
                        service,
                        PATH,
                        UUID.randomUUID().toString(),
                        null,
                        Map.of("offset", wanted.toString()));
        if (!moved.isDone()) {
            throw new Refusal("The programme clock can't be moved: " + moved.status());
        }
        return wanted;
    }

    private JsonNode read(Port service) {
        var clock = api.get("administrator", service, PATH, null);
        if (!clock.isDone()) {
            throw new Refusal("There is no programme clock: " + clock.status());
        }
        return clock.body();
    }
}
