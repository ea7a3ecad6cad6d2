package org.homeward.beneficiary.activity;

import static org.homeward.beneficiary.activity.ActivityTypes.ACTIVITY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.beneficiary.registration.Districts;
import org.homeward.beneficiary.registration.Workplace;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

@UseCase("Plan an activity, and count who came")
class HoldActivity {

    private final Journal journal;
    private final Districts districts;
    private final ProgrammeClock clock;

    HoldActivity(Journal journal, Districts districts, ProgrammeClock clock) {
        this.journal = journal;
        this.districts = districts;
        this.clock = clock;
    }

    Receipt plan(ActivityController.PlanBody body, Call call) {
        districts.check(body.district(), "/district");
        Workplace.require(call, body.district());
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        var plan =
                new Activity.Plan(
                        id,
                        call.actor().organisation(),
                        body.district(),
                        body.kind(),
                        body.day(),
                        body.capacity(),
                        Secret.of(body.facilitator()));
        return journal.run(
                call,
                change ->
                        Receipt.created(
                                ActivityController.path(id),
                                change.create(ACTIVITY, id, Activity.plan(plan))));
    }

    /**
     * @throws InvalidBody when one sex and age is counted twice
     */
    Receipt hold(UUID id, ActivityController.AttendanceBody body, Call call) {
        var attendance = counts(body.counts());
        return journal.run(
                call,
                change -> {
                    var activity = change.loadMatching(ACTIVITY, id, call);
                    var held =
                            activity.state()
                                    .hold(attendance, Secret.of(body.result()), clock.today());
                    return Receipt.ok(ActivityController.path(id), change.update(activity, held));
                });
    }

    private static List<Activity.Count> counts(List<ActivityController.CountBody> bodies) {
        var counts = new ArrayList<Activity.Count>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            var body = bodies.get(i);
            if (!seen.add(List.of(body.sex(), body.age()))) {
                throw new InvalidBody("/counts/" + i, "is there twice");
            }
            counts.add(new Activity.Count(body.sex(), body.age(), body.people()));
        }
        return counts;
    }
}
