package org.homeward.story.disclosure;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Refuses;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For the protection-officer only, and not too often ({@code homeward.web.limits}): the answers
 * must not become an oracle.
 */
@RestController
class DisclosureTestController {

    private final TestingAStory testing;

    DisclosureTestController(TestingAStory testing) {
        this.testing = testing;
    }

    /** What was found. */
    record Hits(List<Hit> hits) {}

    @Refuses({"410", "429"})
    @PostMapping("/api/v1/stories/{id}/disclosure-test")
    ResponseEntity<Hits> test(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose("disclosure-review") Purpose purpose) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Hits(testing.test(id, actor, scope, purpose)));
    }
}
