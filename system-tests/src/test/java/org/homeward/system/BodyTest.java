package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.homeward.system.Body.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every body that is described can be written, and be wrong. */
class BodyTest {

    private static final int DRAWS = 20;

    static Stream<Contract> bodies() {
        return Contract.all().stream().filter(contract -> contract.schema().isPresent());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void each_is_drawn_by_its_schema_and_with_each_flaw_it_can_have(Contract contract) {
        for (int seed = 0; seed < DRAWS; seed++) {
            var random = new Random(seed);
            var schema = contract.schema().orElseThrow();
            var right = new Body(contract, schema, random, "mark").right();
            assertThat(JsonMapper.shared().readTree(right).isObject()).isTrue();
            for (var flaw : Flaw.values()) {
                var body = new Body(contract, schema, random, "mark");
                var before = body.right();
                body.with(flaw)
                        .ifPresent(wrong -> assertThat(wrong).as("%s", flaw).isNotEqualTo(before));
            }
        }
    }
}
