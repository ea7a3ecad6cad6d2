package org.homeward.story.editorial;

import jakarta.validation.Valid;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.Refuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stories as their authors write and read them. */
@RestController
@RequestMapping("/api/v1/stories")
class StoryController {

    private static final String EDITING = "story-editing";
    private static final String DISCLOSURE = "disclosure-review";
    private static final String CONTENT = "content-review";

    private final DraftingAStory drafting;
    private final RevisingAStory revising;
    private final SubmittingAStory submitting;
    private final ReadingStories reading;
    private final AccessLog accesses;

    StoryController(
            DraftingAStory drafting,
            RevisingAStory revising,
            SubmittingAStory submitting,
            ReadingStories reading,
            AccessLog accesses) {
        this.drafting = drafting;
        this.revising = revising;
        this.submitting = submitting;
        this.reading = reading;
        this.accesses = accesses;
    }

    @PostMapping
    ResponseEntity<Receipt> draft(@RequestBody @Valid DraftStory body, Call call) {
        return Answers.of(drafting.draft(body, call));
    }

    @GetMapping
    Page<StoryOverview> list(Actor actor, Scope scope, PageRequest page) {
        return reading.list(actor, scope, page).map(StoryOverview::of);
    }

    @Refuses("410")
    @GetMapping("/{id}")
    ResponseEntity<StoryView> read(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({EDITING, DISCLOSURE, CONTENT}) Purpose purpose) {
        var story = reading.toTell(id, actor, scope);
        accesses.record(actor, purpose, "story", story.state().profile().records());
        var reason = reading.reasonOfRetraction(story.state(), actor);
        return Answers.read(story, StoryView.of(story, reason));
    }

    @PutMapping("/{id}")
    ResponseEntity<Receipt> revise(
            @PathVariable UUID id, @RequestBody @Valid StoryContent body, Call call) {
        return Answers.of(revising.revise(id, body, call));
    }

    @PostMapping("/{id}/submission")
    ResponseEntity<Receipt> submit(@PathVariable UUID id, Call call) {
        return Answers.of(submitting.submit(id, call));
    }

    /**
     * Which consent is in force for the present text; never whose it is. Who said no is told by it,
     * so it is recorded as a read of each of them.
     */
    @Refuses("410")
    @GetMapping("/{id}/consents")
    ResponseEntity<ConsentsOfStory> consents(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose({EDITING, DISCLOSURE, CONTENT}) Purpose purpose) {
        var story = reading.toTell(id, actor, scope);
        var consents = reading.consents(story.state());
        accesses.record(actor, purpose, "story-consents", consents.records(id));
        return Answers.read(story, consents);
    }
}
