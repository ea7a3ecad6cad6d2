package org.homeward.grant.application;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApplicationController.PATH)
class ApplicationController {

    static final String PATH = "/api/v1/applications";

    private final WriteApplication writeApplication;
    private final EditApplication editApplication;
    private final FindApplications findApplications;
    private final ReadApplication readApplication;

    ApplicationController(
            WriteApplication writeApplication,
            EditApplication editApplication,
            FindApplications findApplications,
            ReadApplication readApplication) {
        this.writeApplication = writeApplication;
        this.editApplication = editApplication;
        this.findApplications = findApplications;
        this.readApplication = readApplication;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @PostMapping
    ResponseEntity<Receipt> write(@RequestBody @Valid NewApplication application, Call call) {
        return Answers.of(writeApplication.write(application, call));
    }

    @PutMapping("/{id}")
    ResponseEntity<Receipt> edit(
            @PathVariable UUID id, @RequestBody @Valid StatedProposal proposal, Call call) {
        return Answers.of(editApplication.edit(id, proposal, call));
    }

    @GetMapping("/{id}")
    @Refuses("410")
    ResponseEntity<ApplicationView> application(
            @PathVariable UUID id,
            @ForPurpose({"application-writing", "application-review", "monitoring"})
                    Purpose purpose,
            Actor actor,
            Scope scope) {
        var application = readApplication.read(id, purpose, actor, scope);
        return Answers.read(application, ApplicationView.of(application));
    }

    @GetMapping
    Page<ApplicationLine> applications(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable UUID beneficiary,
            @ForPurpose({"application-writing", "application-review", "monitoring"})
                    Purpose purpose,
            Actor actor,
            Scope scope,
            PageRequest page) {
        var listed = findApplications.find(state, beneficiary, purpose, actor, scope, page);
        return listed.applications().map(one -> ApplicationLine.of(one, listed.closed()));
    }
}
