package org.homeward.beneficiary.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.beneficiary.scorecard.Explanation;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssessmentController {

    private final Assess assess;
    private final VoidAssessment voiding;
    private final ReadAssessment read;

    AssessmentController(Assess assess, VoidAssessment voiding, ReadAssessment read) {
        this.assess = assess;
        this.voiding = voiding;
        this.read = read;
    }

    @PostMapping("/api/v1/beneficiaries/{beneficiary}/assessments")
    ResponseEntity<Receipt> assess(
            @PathVariable UUID beneficiary, @RequestBody @Valid AssessBody body, Call call) {
        return Answers.of(assess.assess(beneficiary, body, call));
    }

    @GetMapping("/api/v1/beneficiaries/{beneficiary}/assessments")
    Page<AssessmentLine> list(
            @PathVariable UUID beneficiary,
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose("case-management") Purpose purpose) {
        return read.list(beneficiary, actor, scope, page, purpose).map(AssessmentLine::of);
    }

    @GetMapping("/api/v1/assessments/{id}")
    ResponseEntity<AssessmentView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose("case-management") Purpose purpose) {
        var explained = read.read(id, actor, scope, purpose);
        return Answers.read(explained.assessment(), AssessmentView.of(explained));
    }

    @PostMapping("/api/v1/assessments/{id}/voiding")
    ResponseEntity<Receipt> voidIt(
            @PathVariable UUID id, @RequestBody @Valid VoidBody body, Call call) {
        return Answers.of(voiding.voidIt(id, body.reason(), call));
    }

    /**
     * What was answered.
     *
     * @param id made by the client, or null
     * @param answers code of the option by code of the question; leave out what was not answered
     */
    record AssessBody(
            @Nullable @RandomId UUID id,
            @NotNull UUID scorecard,
            @NotNull @Size(max = 100)
                    Map<
                                    @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,39}") String,
                                    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,39}") String>
                            answers) {}

    /** What was wrong with it; kept for the case, told to nobody else. */
    record VoidBody(@NotBlank @Size(max = 2_000) String reason) {}

    /** An assessment in a list: no answers. */
    record AssessmentLine(
            UUID id,
            long version,
            String state,
            UUID scorecard,
            LocalDate on,
            int points,
            boolean eligible) {

        static AssessmentLine of(Stored<Assessment> stored) {
            var facts = stored.state().facts();
            return new AssessmentLine(
                    stored.id(),
                    stored.version(),
                    stored.state().state(),
                    facts.scorecard(),
                    facts.on(),
                    facts.score().total(),
                    facts.score().eligible());
        }
    }

    /**
     * An assessment with its reasons.
     *
     * @param unanswered how many questions counted nothing because nothing was said
     * @param lines each answer with its points; null when the file was erased
     * @param shares each dimension's points and the most that can count
     */
    record AssessmentView(
            UUID id,
            long version,
            String state,
            UUID beneficiary,
            UUID scorecard,
            LocalDate on,
            int points,
            boolean eligible,
            int unanswered,
            boolean provisional,
            @Nullable Boolean criteriaMet,
            @Nullable List<Explanation.Line> lines,
            @Nullable List<Explanation.Share> shares) {

        static AssessmentView of(ReadAssessment.Explained explained) {
            var stored = explained.assessment();
            var facts = stored.state().facts();
            var interview = stored.state().interview();
            var why = interview.isReadable() ? explained.card().explain(interview.open()) : null;
            return new AssessmentView(
                    stored.id(),
                    stored.version(),
                    stored.state().state(),
                    facts.beneficiary(),
                    facts.scorecard(),
                    facts.on(),
                    facts.score().total(),
                    facts.score().eligible(),
                    facts.score().unanswered(),
                    explained.card().provisional(),
                    why == null ? null : why.criteriaMet(),
                    why == null ? null : why.lines(),
                    why == null ? null : why.shares());
        }
    }
}
