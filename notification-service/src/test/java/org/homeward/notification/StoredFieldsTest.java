package org.homeward.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.DataMap;
import org.junit.jupiter.api.Test;

class StoredFieldsTest {

    @Test
    void the_data_map_names_every_field_and_says_which_lie_sealed() {
        var stored = new StoredConfiguration().storedTypes();

        assertThat(DataMap.of("notification-service").differences(stored)).isEmpty();
    }
}
