package org.homeward.kit.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The framework would take a database without accounts on the same machine. */
class NoDefaultDatabaseTest {

    @Test
    void a_service_that_was_told_of_no_database_does_not_start() {
        var nothing = new MockEnvironment();

        assertThatThrownBy(() -> new MongoConfiguration().homewardMongoSettings(nothing))
                .hasMessageContaining("spring.mongodb.uri");
    }
}
