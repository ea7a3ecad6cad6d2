package org.homeward.beneficiary.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.beneficiary.ActivityKind;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/activities")
class ActivityController {

    private final HoldActivity hold;
    private final ReadActivity read;

    ActivityController(HoldActivity hold, ReadActivity read) {
        this.hold = hold;
        this.read = read;
    }

    static String path(UUID id) {
        return "/api/v1/activities/" + id;
    }

    @PostMapping
    ResponseEntity<Receipt> plan(@RequestBody @Valid PlanBody body, Call call) {
        return Answers.of(hold.plan(body, call));
    }

    @PostMapping("/{id}/attendance")
    ResponseEntity<Receipt> hold(
            @PathVariable UUID id, @RequestBody @Valid AttendanceBody body, Call call) {
        return Answers.of(hold.hold(id, body, call));
    }

    @GetMapping("/{id}")
    ResponseEntity<ActivityView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({"case-management", "monitoring"}) Purpose purpose) {
        var activity = read.read(id, actor, scope, purpose);
        return Answers.read(activity, ActivityView.of(activity));
    }

    @GetMapping
    Page<ActivityView> list(
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose({"case-management", "monitoring"}) Purpose purpose) {
        return read.list(actor, scope, page, purpose).map(ActivityView::of);
    }

    /**
     * What is to take place.
     *
     * @param id made by the client, or null
     * @param capacity for how many there is place
     * @param facilitator who leads it or speaks
     */
    record PlanBody(
            @Nullable @RandomId UUID id,
            @NotNull ActivityKind kind,
            @NotNull LocalDate day,
            @NotNull @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}") String district,
            @NotNull @Min(1) @Max(10_000) Integer capacity,
            @NotBlank @Size(max = 200) String facilitator) {}

    /**
     * Who came.
     *
     * @param result what came of it
     */
    record AttendanceBody(
            @NotEmpty @Size(max = 12) List<@NotNull @Valid CountBody> counts,
            @NotBlank @Size(max = 2000) String result) {}

    /** How many of one sex and age came. */
    record CountBody(
            @NotNull Sex sex, @NotNull AgeBand age, @NotNull @Min(0) @Max(10_000) Integer people) {}

    /**
     * An activity as it is read.
     *
     * @param attended how many came; null until it was held, as counts and result
     */
    record ActivityView(
            UUID id,
            long version,
            String organisation,
            String district,
            ActivityKind kind,
            LocalDate day,
            int capacity,
            String facilitator,
            String state,
            @Nullable Integer attended,
            @Nullable List<CountView> counts,
            @Nullable String result) {

        static ActivityView of(Stored<Activity> stored) {
            var plan = stored.state().plan();
            var held = stored.state() instanceof Activity.Held h ? h : null;
            return new ActivityView(
                    stored.id(),
                    stored.version(),
                    plan.organisation(),
                    plan.district(),
                    plan.kind(),
                    plan.day(),
                    plan.capacity(),
                    plan.facilitator().open(),
                    stored.state().state(),
                    held == null ? null : held.attended(),
                    held == null ? null : held.attendance().stream().map(CountView::of).toList(),
                    held == null ? null : held.result().open());
        }
    }

    /** How many of one sex and age came. */
    record CountView(Sex sex, AgeBand age, int people) {

        static CountView of(Activity.Count count) {
            return new CountView(count.sex(), count.age(), count.people());
        }
    }
}
