package org.homeward.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.bson.Document;
import org.homeward.kit.security.Scope;
import org.junit.jupiter.api.Test;

class StateMappingTest {

    @Test
    void districts_of_a_scope_stand_in_one_order_in_every_process() {
        var districts = new LinkedHashSet<>(List.of("TJ-RA-VAHDAT", "TJ-DU-SINO", "TJ-KT-VOSE"));

        var query = StateMapping.within(new Scope("hope", districts), Purse.PURSES, new Document());

        assertThat(within(query)).containsExactly("TJ-DU-SINO", "TJ-KT-VOSE", "TJ-RA-VAHDAT");
    }

    private static List<String> within(Document query) {
        return query.get("state.district", Document.class).getList("$in", String.class);
    }
}
