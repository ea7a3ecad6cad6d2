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
import org.homeward.kit.web.Refuses;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures as authors send them in, and as reviewers look at them before anybody else does. */
@RestController
@RequestMapping("/api/v1/stories/{id}/pictures")
class PictureController {

    private final AddingAPicture adding;
    private final RemovingAPicture removing;
    private final ReadingStories reading;
    private final AccessLog accesses;

    PictureController(
            AddingAPicture adding,
            RemovingAPicture removing,
            ReadingStories reading,
            AccessLog accesses) {
        this.adding = adding;
        this.removing = removing;
        this.reading = reading;
        this.accesses = accesses;
    }

    @PostMapping
    ResponseEntity<Receipt> add(
            @PathVariable UUID id, @RequestBody @Valid AddPicture body, Call call) {
        return Answers.of(adding.add(id, body, call));
    }

    /** Of a draft that does not show it; nothing of it is left. */
    @PostMapping("/{picture}/removal")
    ResponseEntity<Receipt> remove(@PathVariable UUID id, @PathVariable UUID picture, Call call) {
        return Answers.of(removing.remove(id, picture, call));
    }

    @Refuses("410")
    @GetMapping(path = "/{picture}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> look(
            @PathVariable UUID id,
            @PathVariable UUID picture,
            Actor actor,
            Scope scope,
            @ForPurpose({"story-editing", "disclosure-review", "content-review"}) Purpose purpose) {
        var found = reading.picture(id, picture, actor, scope);
        accesses.record(actor, purpose, "picture", found.records());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(found.kept().largest().jpeg().open());
    }
}
