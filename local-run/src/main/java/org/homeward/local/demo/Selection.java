package org.homeward.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.local.Port;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is helped first: a scorecard is put into use, and the round of a programme is held. */
record Selection(Programme programme, Steps steps, Clocks clocks) {

    private static final String ROUNDS = "/api/v1/selection-rounds";
    private static final String CARDS = "/api/v1/scorecards";
    private static final String MANAGER = "programme-manager";
    private static final String MONITOR = "monitoring-officer";

    /** Who hold the secrets of the lottery; one of them freezes and the other confirms. */
    private static final List<String> HOLDERS = List.of(MANAGER, MONITOR);

    /**
     * Puts the card of a file into use, unless it is: written by one, approved by two others.
     *
     * @return its id
     */
    static UUID card(Path file, Steps steps) {
        var card = read(file);
        var found = find(card, steps);
        if (found.isEmpty()) {
            steps.post("write card", "administrator", Port.BENEFICIARY, CARDS, null, card);
            found = find(card, steps);
        }
        var id = UUID.fromString(found.orElseThrow().path("id").asString());
        for (var approver : HOLDERS) {
            var now = steps.read(approver, Port.BENEFICIARY, CARDS + "/" + id, null);
            if (!now.path("state").asString().equals("APPROVED")) {
                steps.post(
                        "approval of the card by " + approver,
                        approver,
                        Port.BENEFICIARY,
                        CARDS + "/" + id + "/approval",
                        now.path("version").asLong(),
                        null);
            }
        }
        return id;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<JsonNode> find(JsonNode card, Steps steps) {
        return steps.api().all(MANAGER, Port.BENEFICIARY, CARDS).stream()
                .filter(one -> one.path("card").path("code").equals(card.path("code")))
                .filter(one -> one.path("card").path("edition").equals(card.path("edition")))
                .findAny();
    }

    /** From the opening of the round until everybody in it has a place. */
    void hold(UUID card, int quota) {
        var round = ROUNDS + "/" + steps.id("round");
        open(round, card, quota);
        long version = 1;
        for (var holder : HOLDERS) {
            version = step(holder, round, "commitments", version, Map.of("hash", hash(holder)));
        }
        version = step(MANAGER, round, "freezing", version, Map.of());
        for (var holder : HOLDERS) {
            version = step(holder, round, "secrets", version, Map.of("secret", secret(holder)));
        }
        step(MONITOR, round, "confirmation", version, Map.of());
        var candidates =
                steps.api()
                        .waitFor(
                                "the places of " + programme.code(),
                                MANAGER,
                                Port.BENEFICIARY,
                                round,
                                null,
                                answer ->
                                        List.of("CONFIRMED", "CLOSED")
                                                .contains(answer.text("state")))
                        .body()
                        .path("candidates")
                        .asInt();
        steps.say(candidates + " ranked for " + quota + " places, drawn and confirmed by another");
    }

    /** An earlier run opened it on an earlier day, until which its assessments count. */
    private void open(String round, UUID card, int quota) {
        if (steps.api().get(MANAGER, Port.BENEFICIARY, round, null).isDone()) {
            return;
        }
        steps.post(
                "round",
                MANAGER,
                Port.BENEFICIARY,
                ROUNDS,
                null,
                Map.of(
                        "id",
                        steps.id("round"),
                        "programme",
                        programme.code(),
                        "scorecard",
                        card,
                        "quota",
                        quota,
                        "cutOff",
                        clocks.today().toString()));
    }

    private long step(
            String user, String round, String step, long version, Map<String, String> body) {
        return steps.post(
                        step + " of " + user,
                        user,
                        Port.BENEFICIARY,
                        round + "/" + step,
                        version,
                        body.isEmpty() ? null : body)
                .version();
    }

    private String hash(String holder) {
        return sha256(secret(holder));
    }

    /** Drawn at random where people are really served; here who has the seed may know it. */
    private String secret(String holder) {
        return sha256(steps.id("secret of " + holder).toString());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
