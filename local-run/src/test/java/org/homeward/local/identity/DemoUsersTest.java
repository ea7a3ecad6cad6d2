package org.homeward.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.local.MachineClient;
import org.junit.jupiter.api.Test;

class DemoUsersTest {

    private static final List<String> ROLES =
            List.of(
                    "case-worker",
                    "programme-manager",
                    "grant-officer",
                    "committee-member",
                    "finance-officer",
                    "monitoring-officer",
                    "story-editor",
                    "communications-lead",
                    "protection-officer",
                    "partner-api",
                    "donor-viewer",
                    "data-protection-officer",
                    "auditor",
                    "administrator",
                    "service-story",
                    "service-notification");

    private final List<DemoUser> users = DemoUsers.load().all();

    @Test
    void every_role_has_somebody() {
        Stream<String> ofPeople = users.stream().flatMap(user -> user.roles().stream());
        Stream<String> ofMachines = MachineClient.ALL.stream().map(MachineClient::role);

        assertThat(Stream.concat(ofPeople, ofMachines).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(ROLES);
    }

    @Test
    void case_workers_belong_to_two_organisations_and_one_is_cleared_for_protection() {
        assertThat(with("case-worker").stream().map(DemoUser::organisation))
                .containsExactlyInAnyOrder("umed", "hamdasti", "hamdasti");
        assertThat(with("case-worker"))
                .filteredOn(user -> user.clearance().contains("protection"))
                .hasSize(1);
    }

    @Test
    void three_can_vote_who_do_nothing_else_and_one_has_two_roles() {
        assertThat(with("committee-member"))
                .filteredOn(user -> user.roles().size() == 1)
                .hasSize(3);
        assertThat(users).anyMatch(user -> user.roles().size() == 2);
    }

    @Test
    void user_names_are_unique_and_codes_well_formed() {
        assertThat(users.stream().map(DemoUser::username)).doesNotHaveDuplicates();
        assertThat(users)
                .allSatisfy(
                        user -> {
                            assertThat(user.organisation()).matches("[a-z0-9-]{2,30}");
                            assertThat(user.districts())
                                    .isNotEmpty()
                                    .allMatch(
                                            d -> d.matches("\\*|TJ-(DU|GB|KT|SU|RA)-[A-Z]{2,20}"));
                        });
    }

    private List<DemoUser> with(String role) {
        return users.stream().filter(user -> user.roles().contains(role)).toList();
    }
}
