package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.kit.security.Actor;

/**
 * Somebody who votes on an application, or would read what is said of it.
 *
 * @param pseudonym under which events name who has or assessed a case
 * @param organisation where she works, as her token says
 */
record Voter(String member, UUID pseudonym, String organisation) {

    static Voter of(Actor actor) {
        return new Voter(actor.subject(), actor.pseudonym(), actor.organisation());
    }
}
