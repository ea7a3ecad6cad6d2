package org.homeward.beneficiary.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RetentionController {

    private final SetRetention rules;
    private final ShowDue due;

    RetentionController(SetRetention rules, ShowDue due) {
        this.rules = rules;
        this.due = due;
    }

    static String path(String programme) {
        return "/api/v1/programmes/" + programme + "/retention";
    }

    @PutMapping("/api/v1/programmes/{code}/retention")
    ResponseEntity<Receipt> set(
            @PathVariable String code, @RequestBody @Valid RetentionBody body, Call call) {
        return Answers.of(rules.set(code, body.months(), call));
    }

    @GetMapping("/api/v1/programmes/{code}/retention")
    ResponseEntity<RetentionView> read(@PathVariable String code, Scope scope) {
        var rule = rules.read(code, scope);
        return Answers.read(
                rule, new RetentionView(rule.state().programme(), rule.state().months()));
    }

    /** What the next day's round would ask to be erased; it changes nothing. */
    @GetMapping("/api/v1/retention/due")
    Page<DueView> due(PageRequest page, Scope scope) {
        return due.show(page, scope).map(DueView::of);
    }

    /**
     * @param months for which files are kept after the programme's last day
     */
    record RetentionBody(@NotNull @Min(1) @Max(600) Integer months) {}

    /**
     * @param months for which files are kept after the programme's last day
     */
    record RetentionView(String programme, int months) {}

    /**
     * A file that is not needed any more.
     *
     * @param programmes all in which she had a place or a grant
     * @param keptUntil the last day on which it was kept
     * @param because why it is not asked to be erased; empty when it will be
     */
    record DueView(
            UUID beneficiary, List<String> programmes, LocalDate keptUntil, List<String> because) {

        static DueView of(Due due) {
            return new DueView(due.beneficiary(), due.programmes(), due.keptUntil(), due.because());
        }
    }
}
