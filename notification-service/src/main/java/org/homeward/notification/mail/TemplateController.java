package org.homeward.notification.mail;

import io.swagger.v3.oas.annotations.Operation;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.notification.mail.Templates.Audience;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    /** All on one page: there are as many as there are occasions and languages. */
    @GetMapping
    Page<TemplateView> all() {
        return new Page<>(
                templates.all().entrySet().stream()
                        .map(one -> TemplateView.of(one.getKey(), one.getValue().version()))
                        .toList(),
                null);
    }

    @Operation(description = "The mail as it would be sent, with made-up facts.")
    @GetMapping("/{audience}/{name}/{language}/preview")
    PreviewView preview(
            @PathVariable Audience audience,
            @PathVariable String name,
            @PathVariable String language) {
        var text =
                templates
                        .preview(new Templates.Key(audience, name, language))
                        .orElseThrow(NotFound::new);
        return new PreviewView(text.version(), text.language(), text.subject(), text.body());
    }

    /**
     * @param name of the occasion, or DIGEST
     * @param version the same as long as the text is; deliveries name it
     */
    record TemplateView(Audience audience, String name, String language, String version) {

        static TemplateView of(Templates.Key key, String version) {
            return new TemplateView(key.audience(), key.name(), key.language(), version);
        }
    }

    record PreviewView(String version, String language, String subject, String body) {}
}
