package org.homeward.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.homeward.local.Port;

/** Meetings to which people come who are counted and not named. */
record Meetings(Steps steps, String worker, Clocks clocks) {

    void hold() {
        var meetings = steps.part().find("activities").map(Part::items).orElse(List.of());
        for (int i = 0; i < meetings.size(); i++) {
            hold(meetings.get(i), "meeting " + (i + 1));
        }
    }

    private void hold(Part meeting, String name) {
        clocks.moveTo(LocalDate.parse(meeting.at("day").text()));
        var plan = meeting.fields();
        var came = Map.of("counts", plan.remove("counts"), "result", plan.remove("result"));
        plan.put("id", steps.id(name));
        Steps.done(
                name,
                meeting,
                steps.send(
                        name, worker, "POST", Port.BENEFICIARY, "/api/v1/activities", null, plan));
        Steps.done(
                name,
                meeting,
                steps.send(
                        "attendance of " + name,
                        worker,
                        "POST",
                        Port.BENEFICIARY,
                        "/api/v1/activities/" + steps.id(name) + "/attendance",
                        1L,
                        came));
        steps.say(name + " held, and who came was counted");
    }
}
