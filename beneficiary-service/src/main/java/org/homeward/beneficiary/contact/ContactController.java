package org.homeward.beneficiary.contact;

import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Refuses;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ContactController {

    private final TellContact contacts;

    ContactController(TellContact contacts) {
        this.contacts = contacts;
    }

    /** For the notification service only, which keeps nothing of it. */
    @Refuses("409")
    @GetMapping("/internal/v1/contacts/{beneficiary}/email")
    ResponseEntity<ContactView> email(
            @PathVariable UUID beneficiary, Actor actor, @ForPurpose("contact") Purpose purpose) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(contacts.byEmail(beneficiary, actor, purpose));
    }

    /**
     * Where to write and in which language.
     *
     * @param language BCP 47
     */
    record ContactView(String address, String language) {}
}
