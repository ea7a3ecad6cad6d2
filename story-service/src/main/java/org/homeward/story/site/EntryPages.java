package org.homeward.story.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.homeward.story.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Addresses without a language: they lead to the page in the reader's own. */
@Controller
class EntryPages {

    private final PublicStories stories;

    EntryPages(PublicStories stories) {
        this.stories = stories;
    }

    @GetMapping("/")
    ResponseEntity<Void> home(
            HttpServletRequest request, @RequestParam(required = false) @Nullable String kind) {
        return to(Kinds.query(Kinds.read(kind)), List.of(Language.values()), request);
    }

    @GetMapping("/about")
    ResponseEntity<Void> about(HttpServletRequest request) {
        return to("/about", List.of(Language.values()), request);
    }

    @GetMapping("/contact")
    ResponseEntity<Void> contact(HttpServletRequest request) {
        return to("/contact", List.of(Language.values()), request);
    }

    /** Among the languages the story is told in; a retracted one is gone here already. */
    @GetMapping("/stories/{id}")
    ResponseEntity<Void> story(@PathVariable String id, HttpServletRequest request) {
        UUID page = SitePages.uuid(id);
        return to("/stories/" + page, stories.readable(page).languages(), request);
    }

    private static ResponseEntity<Void> to(
            String path, List<Language> offered, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(Frames.in(Reader.preferred(request, offered), path)))
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
