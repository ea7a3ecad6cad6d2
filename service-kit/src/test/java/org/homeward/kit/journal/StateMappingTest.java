package org.homeward.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.kit.security.Scope;
import org.junit.jupiter.api.Test;

class StateMappingTest {

    @Test
    void districts_of_a_scope_stand_in_one_order_in_every_process() {
        Set<String> districts =
                IntStream.range(0, 20)
                        .mapToObj(n -> "TJ-KT-" + (char) ('A' + n))
                        .collect(Collectors.toUnmodifiableSet());

        var query = StateMapping.within(new Scope("hope", districts), Purse.PURSES, new Document());

        assertThat(within(query)).containsExactlyElementsOf(districts.stream().sorted().toList());
    }

    private static List<String> within(Document query) {
        return query.get("state.district", Document.class).getList("$in", String.class);
    }
}
