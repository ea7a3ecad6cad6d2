package org.homeward.grant.inkind;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(GrantController.PATH)
class GrantController {

    static final String PATH = "/api/v1/grants";

    private final Aggregates aggregates;

    GrantController(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @GetMapping
    Page<GrantView> grants(Scope scope, PageRequest page) {
        return aggregates.list(Grants.GRANTS, new Document(), scope, page).map(GrantView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<GrantView> grant(@PathVariable UUID id, Scope scope) {
        var grant = aggregates.find(Grants.GRANTS, id, scope).orElseThrow(NotFound::new);
        return Answers.read(grant, GrantView.of(grant));
    }
}
