package org.homeward.kit.inbox;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.inbox.Rebuilds.ProjectionStanding;
import org.homeward.kit.security.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projections for operators. Who rebuilt one stands in the access log. */
@RestController
@RequestMapping("/ops/v1/projections")
class ProjectionsController {

    /** In the place of an id: a rebuild concerns everybody. */
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final Rebuilds rebuilds;
    private final AccessLog log;

    ProjectionsController(Rebuilds rebuilds, AccessLog log) {
        this.rebuilds = rebuilds;
        this.log = log;
    }

    @GetMapping
    List<ProjectionStanding> list() {
        return rebuilds.list();
    }

    /**
     * Builds it anew from the topics' beginning, beside the old one, and puts it into its place.
     */
    @PostMapping("/{id}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionStanding rebuild(@PathVariable String id, Actor actor) {
        log.record(actor, "operations", "projection", List.of(EVERYTHING));
        return rebuilds.begin(id);
    }
}
