package org.homeward.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A selection worked out anew by somebody who has read the rule (docs/adr/0010) and has nothing but
 * the round and its export under pseudonyms.
 */
record Recomputation(JsonNode round, List<JsonNode> rows) {

    String inputHash() {
        var terms =
                Stream.of("id", "programme", "scorecard", "quota", "cutOff")
                        .map(name -> round.path(name).asString())
                        .collect(Collectors.joining(";"));
        var people = rows.stream().map(Recomputation::line).sorted();
        return sha256(Stream.concat(Stream.of(terms), people));
    }

    private static String line(JsonNode row) {
        return String.join(
                ";",
                pseudonym(row),
                row.path("points").asString(),
                row.path("dimensions")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(",")),
                row.path("dependency").asString(""));
    }

    /** From what the two holders had committed to before anybody could know the input. */
    String seed() {
        var secrets =
                round.path("commitments")
                        .valueStream()
                        .filter(one -> sha256(secret(one)).equals(one.path("hash").asString()))
                        .map(one -> one.path("secret").asString());
        return sha256(Stream.concat(secrets, Stream.of(inputHash())));
    }

    private static Stream<String> secret(JsonNode commitment) {
        return Stream.of(commitment.path("secret").asString());
    }

    /** Pseudonyms, whoever is helped first at the beginning. */
    List<String> ranking() {
        var seed = seed();
        Comparator<JsonNode> order = Comparator.comparing(row -> -row.path("points").asInt());
        int dimensions = rows.isEmpty() ? 0 : rows.getFirst().path("dimensions").size();
        for (int i = 0; i < dimensions; i++) {
            int dimension = i;
            order = order.thenComparing(row -> -row.path("dimensions").path(dimension).asInt());
        }
        return rows.stream()
                .sorted(
                        order.thenComparing(row -> -row.path("dependency").asInt(0))
                                .thenComparing(row -> sha256(Stream.of(seed, pseudonym(row)))))
                .map(Recomputation::pseudonym)
                .toList();
    }

    String rootHash() {
        return sha256(ranking().stream());
    }

    private static String pseudonym(JsonNode row) {
        return row.path("pseudonym").asString();
    }

    private static String sha256(Stream<String> lines) {
        try {
            var text = lines.collect(Collectors.joining("\n"));
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
