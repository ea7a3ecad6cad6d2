package org.homeward.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.DataMap;
import org.junit.jupiter.api.Test;

class StoredFieldsTest {

    @Test
    void the_data_map_names_every_field_and_says_which_lie_sealed() {
        var stored = new GrantService().storedTypes();

        assertThat(DataMap.of("grant-service").differences(stored)).isEmpty();
    }
}
