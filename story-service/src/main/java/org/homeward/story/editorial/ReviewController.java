package org.homeward.story.editorial;

import jakarta.validation.Valid;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What others than the author do about a story. */
@RestController
@RequestMapping("/api/v1/stories/{id}")
class ReviewController {

    private final ReviewingAStory reviewing;
    private final PublishingAStory publishing;
    private final RetractingAStory retracting;

    ReviewController(
            ReviewingAStory reviewing, PublishingAStory publishing, RetractingAStory retracting) {
        this.reviewing = reviewing;
        this.publishing = publishing;
        this.retracting = retracting;
    }

    @PostMapping("/disclosure-review")
    ResponseEntity<Receipt> reviewDisclosure(
            @PathVariable UUID id, @RequestBody @Valid ReviewStory body, Call call) {
        return Answers.of(reviewing.review(id, Review.DISCLOSURE, body, call));
    }

    @PostMapping("/content-review")
    ResponseEntity<Receipt> reviewContent(
            @PathVariable UUID id, @RequestBody @Valid ReviewStory body, Call call) {
        return Answers.of(reviewing.review(id, Review.CONTENT, body, call));
    }

    @PostMapping("/publication")
    ResponseEntity<Receipt> publish(@PathVariable UUID id, Call call) {
        return Answers.of(publishing.publish(id, call));
    }

    @PostMapping("/retraction")
    ResponseEntity<Receipt> retract(
            @PathVariable UUID id, @RequestBody @Valid RetractStory body, Call call) {
        return Answers.of(retracting.retract(id, body, call));
    }
}
