package org.homeward.beneficiary.disclosuretest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.disclosure.Hit;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.security.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DisclosureTestController {

    private final TestDisclosure disclosure;

    DisclosureTestController(TestDisclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** For the story service only, which asks on behalf of the protection-officer. */
    @PostMapping("/internal/v1/disclosure-tests")
    ResponseEntity<Hits> test(
            @RequestBody @Valid Question question,
            Actor actor,
            @ForPurpose("disclosure-review") Purpose purpose) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(disclosure.test(question, actor, purpose));
    }

    /**
     * What to look for in what.
     *
     * @param consent asked of the person for this story
     */
    record Question(
            @NotNull UUID consent, @NotEmpty @Size(max = 10) List<@NotNull @Valid Text> texts) {}

    /** One language version. */
    record Text(
            @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,7}") String language,
            @NotNull @Size(max = 100_000) String text) {}

    /** What was found, in the order of the texts. */
    record Hits(List<Place> hits) {}

    /** Where something identifies her; {@code start} and {@code end} count UTF-16 units. */
    record Place(String language, Hit.Kind kind, int start, int end) {

        static Place of(String language, Hit hit) {
            return new Place(language, hit.kind(), hit.start(), hit.end());
        }
    }
}
