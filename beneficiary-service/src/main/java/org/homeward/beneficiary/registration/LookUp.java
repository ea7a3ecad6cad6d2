package org.homeward.beneficiary.registration;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.matching.Attribute;
import org.homeward.beneficiary.matching.BlindTokens;
import org.homeward.beneficiary.matching.Blinding;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.Token;
import org.homeward.kit.sealing.KeyVault;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Finds people although their data is sealed: one row for each blind token of a person. The rows go
 * with the person and can be made again from the data, so they need no back-up.
 */
@Component
class LookUp {

    private static final String ROWS = "lookup";
    private static final int KEY_VERSION = 1;

    /** What the token begins with. */
    private static final Document KIND =
            new Document(
                    "$arrayElemAt", List.of(new Document("$split", List.of("$token", ":")), 0));

    private static final int MOST_CANDIDATES = 50;

    private final MongoTemplate template;
    private final Blinding blinding;

    LookUp(MongoTemplate template, KeyVault vault) {
        this.template = template;
        this.blinding = new Blinding(vault.derive("blind look-up"), KEY_VERSION);
        var rows = template.getDb().getCollection(ROWS);
        rows.createIndex(
                Indexes.ascending("token", "owner"), new IndexOptions().name("token").unique(true));
        rows.createIndex(Indexes.ascending("owner"), new IndexOptions().name("owner"));
    }

    /** Replaces the rows of a person within the transaction that writes her. */
    void write(MongoOperations transaction, UUID owner, KnownPerson person) {
        transaction.remove(Query.query(Criteria.where("owner").is(owner)), ROWS);
        transaction.insert(
                blinding.blind(BlindTokens.of(person)).stream()
                        .map(token -> new Document("token", value(token)).append("owner", owner))
                        .toList(),
                ROWS);
    }

    /**
     * Who shares tokens with a person: owners of an equal document first, then of an equal
     * telephone, however many namesakes there are; then those who share most kinds of tokens, most
     * tokens. All rows count, so what is cut off shares less than what is kept, and the order is
     * the same each time. Reads the index only.
     */
    List<UUID> sharing(KnownPerson person) {
        var values = blinding.blind(BlindTokens.of(person)).stream().map(LookUp::value).toList();
        var stages =
                List.of(
                        new Document("$match", new Document("token", new Document("$in", values))),
                        new Document(
                                "$group",
                                new Document(
                                                "_id",
                                                new Document("owner", "$owner")
                                                        .append("kind", KIND))
                                        .append("tokens", new Document("$sum", 1))),
                        new Document(
                                "$group",
                                new Document("_id", "$_id.owner")
                                        .append("document", isOf(Attribute.Kind.DOCUMENT))
                                        .append("phone", isOf(Attribute.Kind.PHONE))
                                        .append("kinds", new Document("$sum", 1))
                                        .append("tokens", new Document("$sum", "$tokens"))),
                        new Document(
                                "$sort",
                                new Document("document", -1)
                                        .append("phone", -1)
                                        .append("kinds", -1)
                                        .append("tokens", -1)
                                        .append("_id", 1)),
                        new Document("$limit", MOST_CANDIDATES));
        var owners = new ArrayList<UUID>();
        template.getDb()
                .getCollection(ROWS)
                .aggregate(stages)
                .map(row -> row.get("_id", UUID.class))
                .into(owners);
        return owners;
    }

    /** 1 for the row of an owner that counts her tokens of this kind. */
    private static Document isOf(Attribute.Kind kind) {
        return new Document(
                "$max",
                new Document(
                        "$cond",
                        List.of(new Document("$eq", List.of("$_id.kind", kind.name())), 1, 0)));
    }

    private static String value(Token token) {
        return token.kind() + ":" + token.keyVersion() + ":" + token.value();
    }
}
