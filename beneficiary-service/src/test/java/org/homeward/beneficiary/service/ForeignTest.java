package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.kit.test.DatabaseCommands;
import org.junit.jupiter.api.Test;

/** What is foreign can't be told from what does not exist, by its answer or by the work for it. */
class ForeignTest {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Staff worker = Staff.worker();
    private final Staff foreign = Staff.workerOf("hamdasti", "*");
    private final UUID person = Cases.registered(worker, Cases.somebody());
    private final String file = "/api/v1/beneficiaries/" + person;

    @Test
    void to_who_reads() {
        var consent = "/api/v1/consents/" + Cases.asked(worker, person, "RESEARCH");

        for (var path :
                List.of(
                        file,
                        file + "/hand-over",
                        file + "/consents",
                        file + "/assessments",
                        file + "/places",
                        file + "/household",
                        file + "/evidence",
                        consent)) {
            looksTheSame(path, foreign::read);
        }
    }

    @Test
    void to_who_changes() {
        var consent = "/api/v1/consents/" + Cases.asked(worker, person, "RESEARCH");
        var ask = Map.of("purpose", "RESEARCH", "language", "tg", "textVersion", "2026-1");
        var correct = Map.of("person", Cases.somebody(), "district", Cases.DISTRICT);

        var erasure =
                "/api/v1/erasures/"
                        + worker.post(file + "/erasures", Map.of("reason", "PERSON_ASKED")).id();
        var farAway =
                Staff.of("dpo-far", "mission", List.of("data-protection-officer"), "TJ-SU-AYNI");
        var refuse = Map.of("reason", "NOT_HER_WISH");

        looksTheSame(erasure + "/refusal", path -> farAway.ifMatch(7).post(path, refuse));
        looksTheSame(erasure + "/execution", path -> farAway.ifMatch(7).post(path, null));
        looksTheSame(file, path -> foreign.ifMatch(1).put(path, correct));
        looksTheSame(file + "/consents", path -> foreign.post(path, ask));
        looksTheSame(file + "/hand-over", path -> foreign.ifMatch(1).post(path, Map.of("to", "x")));
        looksTheSame(consent + "/withdrawal", path -> foreign.post(path, null));
        looksTheSame(consent + "/agreement", path -> foreign.ifMatch(1).post(path, Cases.signed()));
        assertThat(worker.read(consent).json().path("state").asString()).isEqualTo("REQUESTED");
    }

    private static void looksTheSame(String path, Function<String, Staff.Answer> call) {
        var nowhere = path.replaceAll(ID, UUID.randomUUID().toString());

        var there = DatabaseCommands.during(() -> call.apply(path));
        var missing = DatabaseCommands.during(() -> call.apply(nowhere));

        assertThat(there.answer().status()).as(path).isEqualTo(404);
        assertThat(missing.answer().status()).as(path).isEqualTo(404);
        assertThat(there.answer().body()).as(path).isEqualTo(missing.answer().body());
        assertThat(headers(there.answer())).as(path).isEqualTo(headers(missing.answer()));
        assertThat(there.commands()).as(path).isNotEmpty().isEqualTo(missing.commands());
    }

    /** All but those that differ from answer to answer anyway. */
    private static Map<String, List<String>> headers(Staff.Answer answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.response().headers().map());
        headers.remove("Date");
        headers.remove("Correlation-Id");
        return headers;
    }
}
