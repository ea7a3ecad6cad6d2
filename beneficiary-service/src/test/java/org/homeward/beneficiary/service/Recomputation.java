package org.homeward.beneficiary.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * An auditor's own computation of a selection, from what the round and its export say. It was
 * written from the rule and shares nothing with the service.
 */
final class Recomputation {

    private final JsonNode round;
    private final List<JsonNode> rows;

    Recomputation(JsonNode round, List<JsonNode> rows) {
        this.round = round;
        this.rows = rows;
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether each secret is what was committed to before the freeze. */
    boolean secretsAreThoseCommittedTo() {
        return round.path("commitments").size() == 2
                && round.path("commitments")
                        .valueStream()
                        .allMatch(
                                c ->
                                        sha256(c.path("secret").asString())
                                                .equals(c.path("hash").asString()));
    }

    String inputHash() {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var dimensions = new StringJoiner(",");
            row.path("dimensions").forEach(points -> dimensions.add(points.asString()));
            lines.add(
                    pseudonym(row)
                            + ";"
                            + row.path("points").asInt()
                            + ";"
                            + dimensions
                            + ";"
                            + row.path("dependency").asInt());
        }
        lines.sort(null);
        var terms = new StringJoiner(";");
        for (var term : List.of("id", "programme", "scorecard", "quota", "cutOff")) {
            terms.add(round.path(term).asString());
        }
        lines.addFirst(terms.toString());
        return sha256(String.join("\n", lines));
    }

    String seed() {
        return sha256(
                round.path("commitments").path(0).path("secret").asString()
                        + "\n"
                        + round.path("commitments").path(1).path("secret").asString()
                        + "\n"
                        + inputHash());
    }

    /** Pseudonyms in the order in which they are to be helped. */
    List<String> ranking() {
        var seed = seed();
        var sorted = new ArrayList<>(rows);
        sorted.sort((a, b) -> isBefore(a, b, seed) ? -1 : isBefore(b, a, seed) ? 1 : 0);
        return sorted.stream().map(Recomputation::pseudonym).toList();
    }

    private static boolean isBefore(JsonNode a, JsonNode b, String seed) {
        if (a.path("points").asInt() != b.path("points").asInt()) {
            return a.path("points").asInt() > b.path("points").asInt();
        }
        for (int i = 0; i < a.path("dimensions").size(); i++) {
            int mine = a.path("dimensions").path(i).asInt();
            int theirs = b.path("dimensions").path(i).asInt();
            if (mine != theirs) {
                return mine > theirs;
            }
        }
        int mine = a.path("dependency").asInt();
        int theirs = b.path("dependency").asInt();
        if (mine != theirs) {
            return mine > theirs;
        }
        return ticket(a, seed).compareTo(ticket(b, seed)) < 0;
    }

    private static String ticket(JsonNode row, String seed) {
        return sha256(seed + "\n" + pseudonym(row));
    }

    String rootHash() {
        return sha256(String.join("\n", ranking()));
    }

    /** What must have become of each, in the order of the ranking; who has left stays out. */
    List<String> places() {
        int free = round.path("quota").asInt();
        var places = new ArrayList<String>();
        for (var row : rows) {
            if (row.path("place").asString("").equals("LEFT")) {
                places.add("LEFT");
            } else {
                places.add(free-- > 0 ? "SELECTED" : "WAITLISTED");
            }
        }
        return places;
    }

    static String pseudonym(JsonNode row) {
        return row.path("pseudonym").asString();
    }
}
