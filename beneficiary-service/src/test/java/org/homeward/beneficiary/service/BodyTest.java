package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;

/** A body that is not as it must be is refused with the place, and nothing is written. */
class BodyTest {

    private static final UUID OF_A_TIME = UUID.fromString("01980f7e-93a5-7c1e-9a0f-0f6f3d4b9f11");
    private static final UUID OF_A_NAME = UUID.nameUUIDFromBytes(new byte[] {1});

    private final Staff worker =
            Staff.of("worker-of-umed", "umed", List.of("case-worker", "programme-manager"), "*")
                    .ifMatch(1);
    private final UUID person = Cases.registered(Staff.worker(), Cases.somebody());
    private final UUID consent = Cases.asked(Staff.worker(), person, "RESEARCH");
    private final UUID card = Selections.cardInUse();
    private final String programme = Selections.opened(Cases.DISTRICT);
    private long before;

    /**
     * @param wrong a value that no field of this name can have
     */
    private record Command(
            String method, String path, Map<String, Object> body, String field, Object wrong) {}

    private List<Command> commands() {
        var search = Cases.search(Staff.worker(), Cases.somebody());
        Map<String, Object> file = Map.of("person", Cases.somebody(), "district", Cases.DISTRICT);
        var assessed = Selections.consenting(Staff.worker());
        return List.of(
                new Command("POST", "/api/v1/searches", file, "person", 7),
                new Command(
                        "POST",
                        "/api/v1/beneficiaries",
                        with(with(file, "search", search), "channel", "SELF"),
                        "channel",
                        "PIGEON"),
                new Command("PUT", "/api/v1/beneficiaries/" + person, file, "district", List.of()),
                new Command(
                        "POST",
                        "/api/v1/beneficiaries/" + person + "/consents",
                        Map.of("purpose", "RESEARCH", "language", "tg", "textVersion", "1"),
                        "purpose",
                        "EVERYTHING"),
                new Command(
                        "POST",
                        "/api/v1/consents/" + consent + "/agreement",
                        Cases.signed(),
                        "validUntil",
                        "soon"),
                new Command(
                        "POST",
                        "/api/v1/beneficiaries/" + assessed + "/assessments",
                        Map.of("scorecard", card, "answers", Map.of("MONEY", "NONE")),
                        "answers",
                        "MONEY"),
                new Command(
                        "POST",
                        Selections.PROGRAMMES,
                        Selections.programme(
                                Selections.code(), "INCOME_GENERATION", Cases.DISTRICT),
                        "target",
                        "many"),
                new Command(
                        "POST",
                        Selections.SCORECARDS,
                        Selections.card(Selections.code()),
                        "provisional",
                        "perhaps"),
                new Command(
                        "POST",
                        Selections.ROUNDS,
                        Map.of(
                                "programme",
                                programme,
                                "scorecard",
                                card,
                                "quota",
                                1,
                                "cutOff",
                                Selections.today().toString()),
                        "cutOff",
                        "soon"));
    }

    @Test
    void a_field_that_nobody_knows_is_refused_by_name() {
        for (var command : prepared()) {
            var answer = send(command, with(command.body(), "nickname", "x"));

            assertThat(answer.status()).as("%s %s", command, answer).isEqualTo(400);
            assertThat(answer.pointer()).isEqualTo("/nickname");
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_value_of_another_kind_is_refused_where_it_is() {
        for (var command : prepared()) {
            var answer = send(command, with(command.body(), command.field(), command.wrong()));

            assertThat(answer.status()).as("%s %s", command, answer).isEqualTo(400);
            assertThat(answer.pointer()).isEqualTo("/" + command.field());
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_body_without_its_fields_or_without_form_is_refused() {
        for (var command : prepared()) {
            assertThat(send(command, Map.of()).status()).isEqualTo(400);
            assertThat(send(command, "{\"a\":").status()).isEqualTo(400);
            assertThat(send(command, "[]").status()).isEqualTo(400);
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_district_that_is_none_is_refused_although_it_looks_like_one() {
        int with = 0;
        for (var command : prepared()) {
            if (command.body().containsKey("district")) {
                var answer = send(command, with(command.body(), "district", "TJ-KT-RAHIMOVA"));

                assertThat(answer.status()).as("%s %s", command, answer).isEqualTo(400);
                assertThat(answer.pointer()).isEqualTo("/district");
                with++;
            }
        }
        assertThat(with).isEqualTo(3);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_body_over_the_limit_is_not_even_read() {
        for (var command : prepared()) {
            // only a scan may be that large
            int limit = command.path().endsWith("/evidence") ? 6 * 1024 * 1024 : 384 * 1024;

            var answer = send(command, with(command.body(), "nickname", "x".repeat(limit)));

            assertThat(answer.status()).as(command.path()).isEqualTo(413);
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void an_id_that_tells_when_or_of_what_it_was_made_is_refused() {
        for (var command : creating()) {
            for (var id : List.of(OF_A_TIME, OF_A_NAME)) {
                var answer = send(command, with(command.body(), "id", id));

                assertThat(answer.status()).as("%s %s", command, answer).isEqualTo(400);
                assertThat(answer.pointer()).isEqualTo("/id");
            }
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void an_id_made_at_random_is_taken() {
        for (var command : creating()) {
            var id = UUID.randomUUID();

            var answer = send(command, with(command.body(), "id", id));

            assertThat(answer.status()).as("%s %s", command, answer).isEqualTo(201);
            assertThat(answer.id()).isEqualTo(id);
        }
    }

    /** Of all whose ids are told in events. */
    private List<Command> creating() {
        var commands =
                prepared().stream()
                        .filter(
                                command ->
                                        command.path()
                                                .matches(
                                                        ".*/(beneficiaries|consents|assessments|selection-rounds)"))
                        .toList();
        assertThat(commands).hasSize(4);
        return commands;
    }

    private List<Command> prepared() {
        var commands = commands();
        before = written();
        return commands;
    }

    private Answer send(Command command, Object body) {
        return command.method().equals("PUT")
                ? worker.put(command.path(), body)
                : worker.post(command.path(), body);
    }

    private static long written() {
        return Database.stored("journal", new Document()).size();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
