package org.homeward.beneficiary.registration;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.matching.Attribute;
import org.homeward.beneficiary.matching.BlindTokens;
import org.homeward.beneficiary.matching.Blinding;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.kit.web.DerivedKeys;

/**
 * One version of the key that people are searched by. Equal attributes have equal tokens; whose
 * they are is disguised, for each kind of token otherwise: who reads the rows can't put those of
 * one person together, and knows nobody's file.
 */
final class SearchKey {

    static final String TOKEN = "token";
    static final String OWNER = "owner";

    private final int version;
    private final Blinding blinding;
    private final Map<Attribute.Kind, byte[]> owners = new EnumMap<>(Attribute.Kind.class);

    SearchKey(int version, DerivedKeys keys) {
        this.version = version;
        this.blinding = new Blinding(keys.key("blind look-up"), version);
        for (var kind : Attribute.Kind.values()) {
            owners.put(kind, keys.key("owner of " + kind.name()));
        }
    }

    /** What tokens of this version and no later one begin with; they sort by version. */
    static String prefix(int version) {
        return "%04d:".formatted(version);
    }

    static int versionOf(String token) {
        return Integer.parseInt(token.substring(0, 4));
    }

    static Attribute.Kind kindOf(String token) {
        return Attribute.Kind.valueOf(token.substring(5, token.indexOf(':', 5)));
    }

    /** The tokens to look for. */
    List<String> tokens(KnownPerson person) {
        return blinding.blind(BlindTokens.of(person)).stream()
                .map(token -> prefix(version) + token.kind() + ":" + token.value())
                .toList();
    }

    /** What is kept of a person; the order in which it is written tells nothing. */
    List<Document> rows(UUID owner, KnownPerson person) {
        var disguised = new EnumMap<Attribute.Kind, UUID>(Attribute.Kind.class);
        return tokens(person).stream()
                .map(
                        token ->
                                new Document("_id", UUID.randomUUID())
                                        .append(TOKEN, token)
                                        .append(
                                                OWNER,
                                                disguised.computeIfAbsent(
                                                        kindOf(token),
                                                        kind -> disguise(kind).on(owner))))
                .toList();
    }

    /** An owner as the rows of each kind name it. */
    Stream<UUID> disguised(UUID owner) {
        return Arrays.stream(Attribute.Kind.values()).map(kind -> disguise(kind).on(owner));
    }

    Disguise disguise(Attribute.Kind kind) {
        return new Disguise(Objects.requireNonNull(owners.get(kind)));
    }
}
