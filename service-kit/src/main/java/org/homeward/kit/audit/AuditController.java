package org.homeward.kit.audit;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an auditor compare what was done and who saw whom with its seals. */
@RestController
@RequestMapping("/ops/v1/audit")
class AuditController {

    private final Verification verification;

    AuditController(Verification verification) {
        this.verification = verification;
    }

    /** Compares everything; it takes about a minute for a million entries, and changes nothing. */
    @PostMapping("/verification")
    Verification.Report verify() {
        return verification.verify();
    }
}
