package org.homeward.grant.reading;

import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.audit.Reading;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReadingController {

    private final TellWhoRead tell;

    ReadingController(TellWhoRead tell) {
        this.tell = tell;
    }

    @GetMapping("/api/v1/beneficiaries/{id}/readings")
    Page<Reading> readings(
            @PathVariable UUID id,
            Actor officer,
            Scope scope,
            PageRequest page,
            @ForPurpose("data-protection") Purpose purpose) {
        return tell.tell(id, officer, scope, page, purpose);
    }
}
