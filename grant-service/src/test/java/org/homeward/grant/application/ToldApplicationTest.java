package org.homeward.grant.application;

import java.util.Set;
import org.homeward.contracts.Sector;
import org.homeward.grant.GrantService;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.kit.export.Labels;
import org.homeward.kit.test.EveryWord;
import org.junit.jupiter.api.Test;

class ToldApplicationTest {

    @Test
    void every_word_for_programs_is_said_in_her_language() {
        var labels = new Labels(GrantService.class, Set.of());

        EveryWord.isSaid(labels, "state", State.class);
        EveryWord.isSaid(labels, "sector", Sector.class);
        EveryWord.isSaid(labels, "item", ItemKind.class);
    }
}
