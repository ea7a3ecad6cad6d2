package org.homeward.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.local.Port;
import org.homeward.local.Refusal;

/** The programme clocks of the services, which the demo moves over the days that people wait. */
record Clocks(Api api, Progress progress) {

    private static final String PATH = "/local/v1/programme-clock";
    private static final List<Port> SERVICES = List.of(Port.BENEFICIARY, Port.GRANT, Port.STORY);

    /** Moves all to a moment at least; never back. */
    void moveTo(Instant moment) {
        var offset = Duration.between(Instant.now(), moment).plusMinutes(1);
        var whole = Duration.ofHours(offset.toHours() + 1);
        for (Port service : SERVICES) {
            var now = api.get("administrator", service, PATH, null);
            if (Duration.parse(now.text("offset")).compareTo(whole) >= 0) {
                continue;
            }
            var moved =
                    api.command(
                            "administrator",
                            "PUT",
                            service,
                            PATH,
                            UUID.randomUUID().toString(),
                            null,
                            Map.of("offset", whole.toString()));
            if (!moved.isDone()) {
                throw new Refusal("The programme clock can't be moved: " + moved.status());
            }
        }
        progress.say("the programme clock goes on to " + moment);
    }
}
