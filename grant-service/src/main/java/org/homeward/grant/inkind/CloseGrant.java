package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Close a grant at its end")
class CloseGrant {

    private final GrantSteps steps;

    CloseGrant(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt close(UUID id, Call call) {
        return steps.run(call, id, Running.class, Running::close);
    }
}
