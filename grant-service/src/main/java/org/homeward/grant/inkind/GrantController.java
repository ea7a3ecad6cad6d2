package org.homeward.grant.inkind;

import jakarta.validation.Valid;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(GrantController.PATH)
class GrantController {

    static final String PATH = "/api/v1/grants";

    private final ReadGrant readGrant;
    private final RecordVisit recordVisit;
    private final ReadVisits readVisits;
    private final CloseGrant closeGrant;

    GrantController(
            ReadGrant readGrant,
            RecordVisit recordVisit,
            ReadVisits readVisits,
            CloseGrant closeGrant) {
        this.readGrant = readGrant;
        this.recordVisit = recordVisit;
        this.readVisits = readVisits;
        this.closeGrant = closeGrant;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @GetMapping
    Page<GrantView> grants(
            @ForPurpose({"application-writing", "application-review", "monitoring"})
                    Purpose purpose,
            Actor actor,
            Scope scope,
            PageRequest page) {
        return readGrant.list(purpose, actor, scope, page).map(GrantView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<GrantView> grant(
            @PathVariable UUID id,
            @ForPurpose({"application-writing", "application-review", "monitoring"})
                    Purpose purpose,
            Actor actor,
            Scope scope) {
        var grant = readGrant.read(id, purpose, actor, scope);
        return Answers.read(grant, GrantView.of(grant));
    }

    @PostMapping("/{id}/visits")
    ResponseEntity<Receipt> recordVisit(
            @PathVariable UUID id, @RequestBody @Valid NewVisit visit, Call call) {
        return Answers.of(recordVisit.record(id, visit, call));
    }

    @GetMapping("/{id}/visits")
    @Refuses("410")
    ResponseEntity<VisitsView> visits(
            @PathVariable UUID id,
            @ForPurpose("monitoring") Purpose purpose,
            Actor actor,
            Scope scope) {
        var grant = readVisits.read(id, purpose, actor, scope);
        return Answers.read(grant, VisitsView.of(grant.state()));
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<Receipt> close(@PathVariable UUID id, Call call) {
        return Answers.of(closeGrant.close(id, call));
    }
}
