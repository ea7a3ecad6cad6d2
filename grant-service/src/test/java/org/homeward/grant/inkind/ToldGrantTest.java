package org.homeward.grant.inkind;

import java.util.Set;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.GrantService;
import org.homeward.kit.export.Labels;
import org.homeward.kit.test.EveryWord;
import org.junit.jupiter.api.Test;

class ToldGrantTest {

    @Test
    void every_word_for_programs_is_said_in_her_language() {
        var labels = new Labels(GrantService.class, Set.of());

        EveryWord.isSaid(labels, "state", State.class);
        EveryWord.isSaid(labels, "state", ItemState.class);
        EveryWord.isSaid(labels, "item", ItemKind.class);
        EveryWord.isSaid(labels, "way", Signature.Way.class);
        EveryWord.isSaid(labels, "planned", VisitMonth.class);
        EveryWord.isSaid(labels, "finding", Finding.class);
    }
}
