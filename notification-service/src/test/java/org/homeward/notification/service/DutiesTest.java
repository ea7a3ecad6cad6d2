package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.RoleMatrix;
import org.homeward.kit.test.TwoDuties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pair of the list of duties, tried by somebody who has every role there is. */
class DutiesTest {

    private final Colleague everything = inEveryRole();
    private final Colleague another = inEveryRole();

    static List<TwoDuties> pairs() {
        return TwoDuties.of("notification-service");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nobody_has_two_duties_whatever_roles_they_have(TwoDuties pair) {
        assertThat(pair.one()).isEqualTo("registers a webhook");
        assertThat(pair.other()).isEqualTo("confirms it");
        try (var receiver = new Receiver()) {
            var wanted = List.of("homeward.story.published.v1");
            var registered =
                    everything.post(
                            Partner.WEBHOOKS, Map.of("url", receiver.url(), "events", wanted));
            assertThat(registered.status()).as("%s", registered.status()).isEqualTo(201);
            var path = Partner.WEBHOOKS + "/" + registered.json().path("id").asString();
            var before = another.get(path).body();

            var refused = confirm(everything, path);

            assertThat(refused.problem()).as("%s", refused).isEqualTo(pair.problem());
            assertThat(another.get(path).body()).isEqualTo(before);
            assertThat(confirm(another, path).status()).isEqualTo(200);
            assertThat(another.with("If-Match", "\"2\"").post(path + "/removal").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatever_somebody_is_refused_for_what_they_did_is_in_the_list() {
        TwoDuties.mustHaveAll("notification-service", another.get("/problems").json());
    }

    private static Answer confirm(Colleague who, String path) {
        return who.with("If-Match", "\"1\"").post(path + "/confirmation");
    }

    private static Colleague inEveryRole() {
        return Colleague.in(RoleMatrix.roles().toArray(String[]::new));
    }
}
