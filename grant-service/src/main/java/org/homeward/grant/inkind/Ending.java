package org.homeward.grant.inkind;

import java.time.Instant;
import org.homeward.kit.sealing.Secret;

/** Why an item was given up or given back. */
record Ending(Secret<String> reason, String by, Instant at) {

    static Ending of(Act act, Secret<String> reason) {
        return new Ending(reason, act.by(), act.at());
    }
}
