package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.test.Answer;

/** People to register; every one is another person. */
final class Cases {

    static final String DISTRICT = "TJ-KT-SHAHRITUS";

    private static final String LETTERS = "бгджзклмнпрст";

    private Cases() {}

    static Map<String, Object> somebody() {
        return person(word(), word(), phone());
    }

    static Map<String, Object> person(String family, String given, String phone) {
        return Map.of(
                "name", Map.of("family", family, "given", given),
                "sex", "FEMALE",
                "birth", Map.of("day", "1994-03-21"),
                "phones", List.of(phone),
                "email", "somebody@example.org",
                "address", "деҳаи Навбаҳор, хонаи 3",
                "languages", List.of("tg"));
    }

    static UUID search(Staff worker, Map<String, Object> person) {
        var answer =
                worker.post("/api/v1/searches", Map.of("person", person, "district", DISTRICT));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    static Answer register(
            Staff worker, UUID search, Map<String, Object> person, List<UUID> notTheSame) {
        return worker.post(
                "/api/v1/beneficiaries",
                Map.of(
                        "search", search,
                        "person", person,
                        "district", DISTRICT,
                        "channel", "COMMUNITY_HEAD",
                        "notTheSame", notTheSame));
    }

    static UUID registered(Staff worker, Map<String, Object> person) {
        var answer = register(worker, search(worker, person), person, List.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    static UUID asked(Staff worker, UUID beneficiary, String purpose) {
        var answer =
                worker.post(
                        "/api/v1/beneficiaries/" + beneficiary + "/consents",
                        Map.of("purpose", purpose, "language", "tg", "textVersion", "2026-1"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    /** Asked and said yes to. */
    static UUID given(Staff worker, UUID beneficiary, String purpose) {
        var consent = asked(worker, beneficiary, purpose);
        var answer = worker.ifMatch(1).post("/api/v1/consents/" + consent + "/agreement", signed());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return consent;
    }

    /** More consents as one is, past the service: whoever scripts makes them in a minute. */
    static void like(UUID consent, int many) {
        var one = Database.stored("consents", new Document("_id", consent)).getFirst();
        Database.add("consents", Stream.generate(() -> copy(one)).limit(many).toList());
    }

    private static Document copy(Document one) {
        var id = UUID.randomUUID();
        var state = one.get("state", Document.class);
        var request = new Document(state.get("request", Document.class)).append("consent", id);
        return new Document(one)
                .append("_id", id)
                .append("version", 0L) // or the audit would miss the entries before the next
                .append("created", one.getLong("created") + 1)
                .append("state", new Document(state).append("request", request));
    }

    /** A yes on a form. */
    static Map<String, Object> signed() {
        return Map.of("way", "SIGNED_FORM", "evidence", "b".repeat(64));
    }

    static String word() {
        var random = ThreadLocalRandom.current();
        var word = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())))
                    .append("аиоу".charAt(random.nextInt(4)));
        }
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    static String phone() {
        return "93" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    }
}
