package org.homeward.story.export;

import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.export.ExportAnswers;
import org.homeward.kit.export.ExportView;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.security.Actor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the communications-lead, who does not know whose consent it is: her case-worker does. */
@RestController
class ExportController {

    private final ExportStories export;
    private final Labels labels;

    ExportController(ExportStories export, Labels labels) {
        this.export = export;
        this.labels = labels;
    }

    /** To take elsewhere. */
    @GetMapping("/api/v1/consents/{consent}/export")
    ResponseEntity<ExportView> export(
            @PathVariable UUID consent,
            @RequestParam @Pattern(regexp = Language.TAGS) String language,
            Actor actor,
            @ForPurpose("portability") Purpose purpose) {
        return ExportAnswers.data(export.export(consent, Language.of(language), actor, purpose));
    }

    /** To read and to print. */
    @GetMapping(
            value = "/api/v1/consents/{consent}/export/page",
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable UUID consent,
            @RequestParam @Pattern(regexp = Language.TAGS) String language,
            Actor actor,
            @ForPurpose("portability") Purpose purpose) {
        return ExportAnswers.page(
                export.export(consent, Language.of(language), actor, purpose), labels);
    }
}
