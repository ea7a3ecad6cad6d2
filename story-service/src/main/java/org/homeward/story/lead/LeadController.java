package org.homeward.story.lead;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.Sector;
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

/** Where the editors find somebody to ask. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadController {

    private final ReadingLeads reading;
    private final AnsweringALead answering;

    LeadController(ReadingLeads reading, AnsweringALead answering) {
        this.reading = reading;
        this.answering = answering;
    }

    static String path(UUID id) {
        return "/api/v1/leads/" + id;
    }

    /** Those that wait for an answer; nobody is named. */
    @GetMapping
    Page<LeadView> list(Scope scope, PageRequest page) {
        return reading.list(scope, page).map(lead -> LeadView.of(lead, null));
    }

    /** Names the person, by a random id, as long as the lead waits; recorded as a read of her. */
    @GetMapping("/{id}")
    ResponseEntity<LeadView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose("story-editing") Purpose purpose) {
        var lead = reading.read(id, actor, scope, purpose);
        var beneficiary = lead.state() instanceof Lead.Open open ? open.beneficiary() : null;
        return Answers.read(lead, LeadView.of(lead, beneficiary));
    }

    /** Begins an empty draft of the caller's own; the lead forgets whom it was about. */
    @PostMapping("/{id}/story")
    ResponseEntity<Receipt> takeUp(
            @PathVariable UUID id, @RequestBody @Valid TakeUpBody body, Call call) {
        return Answers.of(answering.takeUp(id, body.story(), call));
    }

    @PostMapping("/{id}/dismissal")
    ResponseEntity<Receipt> dismiss(
            @PathVariable UUID id, @RequestBody @Valid DismissBody body, Call call) {
        return Answers.of(answering.dismiss(id, body.reason(), call));
    }

    /**
     * The story that begins.
     *
     * @param id made by the client, or left out
     */
    record TakeUpBody(@Nullable @RandomId UUID id) {

        UUID story() {
            return id == null ? UUID.randomUUID() : id;
        }
    }

    /** Why there will be none. */
    record DismissBody(@NotNull Lead.Reason reason) {}

    /**
     * A lead.
     *
     * @param district null once it is closed, as are sector and day
     * @param beneficiary in the answer about one that waits; null in lists, and once it is closed
     */
    record LeadView(
            UUID id,
            long version,
            String state,
            String programme,
            @Nullable String district,
            @Nullable Sector sector,
            @Nullable LocalDate handedOver,
            @Nullable UUID beneficiary) {

        static LeadView of(Stored<Lead> stored, @Nullable UUID beneficiary) {
            var about = stored.state() instanceof Lead.Open open ? open.about() : null;
            return new LeadView(
                    stored.id(),
                    stored.version(),
                    stored.state().stateName(),
                    stored.state().programme(),
                    about == null ? null : about.district(),
                    about == null ? null : about.sector(),
                    about == null ? null : about.handedOver(),
                    beneficiary);
        }
    }
}
