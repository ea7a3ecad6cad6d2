package org.homeward.beneficiary.export;

import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.export.ExportAnswers;
import org.homeward.kit.export.ExportView;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Refuses;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For her case-worker, who hands it to her. */
@RestController
class ExportController {

    private final ExportFile export;
    private final Labels labels;

    ExportController(ExportFile export, Labels labels) {
        this.export = export;
        this.labels = labels;
    }

    /** To take elsewhere. */
    @GetMapping("/api/v1/beneficiaries/{beneficiary}/export")
    @Refuses("409")
    ResponseEntity<ExportView> export(
            @PathVariable UUID beneficiary,
            @RequestParam @Pattern(regexp = Language.TAGS) String language,
            Actor actor,
            Scope scope,
            @ForPurpose("portability") Purpose purpose) {
        return ExportAnswers.data(
                export.export(beneficiary, Language.of(language), actor, scope, purpose));
    }

    /** To read and to print. */
    @GetMapping(
            value = "/api/v1/beneficiaries/{beneficiary}/export/page",
            produces = MediaType.TEXT_HTML_VALUE)
    @Refuses("409")
    ResponseEntity<String> page(
            @PathVariable UUID beneficiary,
            @RequestParam @Pattern(regexp = Language.TAGS) String language,
            Actor actor,
            Scope scope,
            @ForPurpose("portability") Purpose purpose) {
        return ExportAnswers.page(
                export.export(beneficiary, Language.of(language), actor, scope, purpose), labels);
    }
}
