package org.homeward.beneficiary.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RetentionController {

    private static final String WITHOUT = "/api/v1/retention/files-without-programme";

    private final SetRetention rules;
    private final ShowDue due;

    RetentionController(SetRetention rules, ShowDue due) {
        this.rules = rules;
        this.due = due;
    }

    static String path(@Nullable String programme) {
        return programme == null ? WITHOUT : "/api/v1/programmes/" + programme + "/retention";
    }

    @PutMapping("/api/v1/programmes/{code}/retention")
    ResponseEntity<Receipt> set(
            @PathVariable String code, @RequestBody @Valid RetentionBody body, Call call) {
        return Answers.of(rules.set(code, body.months(), call));
    }

    @GetMapping("/api/v1/programmes/{code}/retention")
    ResponseEntity<RetentionView> read(@PathVariable String code, Scope scope) {
        return view(rules.read(code, scope));
    }

    /** Of people who are known to be in no programme, those of protected ones among them. */
    @PutMapping(WITHOUT)
    ResponseEntity<Receipt> setWithoutProgramme(@RequestBody @Valid RetentionBody body, Call call) {
        return Answers.of(rules.set(null, body.months(), call));
    }

    @GetMapping(WITHOUT)
    @Refuses("404")
    ResponseEntity<RetentionView> readWithoutProgramme(Scope scope) {
        return view(rules.read(null, scope));
    }

    private static ResponseEntity<RetentionView> view(Stored<RetentionRule> rule) {
        return Answers.read(
                rule, new RetentionView(rule.state().programme(), rule.state().months()));
    }

    /**
     * What the next day's round would ask to be erased; it changes nothing. Where a thousand files
     * were looked at a page ends before it is full, and the next goes on after them.
     */
    @GetMapping("/api/v1/retention/due")
    Page<DueView> due(PageRequest page, Scope scope) {
        return due.show(page, scope).map(DueView::of);
    }

    /**
     * @param months for which files are kept after the programme's last day; of people of no
     *     programme after the last change to the file
     */
    record RetentionBody(@NotNull @Min(1) @Max(600) Integer months) {}

    /**
     * @param programme null for people of no programme
     * @param months as they were set
     */
    record RetentionView(@Nullable String programme, int months) {}

    /**
     * A file that is not needed any more.
     *
     * @param programmes all in which she had or waits for a place, had a grant or an application;
     *     empty for none
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
