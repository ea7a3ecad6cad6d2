package org.homeward.beneficiary.registration;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.beneficiary.matching.BlindTokens;
import org.homeward.beneficiary.matching.Blinding;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.Token;
import org.homeward.kit.sealing.MasterKey;
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

    /** Rows read for each kind of token: more share one only when it says little. */
    private static final int MOST_ROWS = 200;

    private static final int MOST_CANDIDATES = 50;

    private final MongoTemplate template;
    private final Blinding blinding;

    LookUp(MongoTemplate template, MasterKey master) {
        this.template = template;
        this.blinding = new Blinding(master.derive("blind look-up"), KEY_VERSION);
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
     * Who shares tokens with a person, those that share most first; bounded for each kind of token,
     * so that a common family name of a district can't push out an equal telephone.
     */
    List<UUID> sharing(KnownPerson person) {
        Map<UUID, Integer> shared = new HashMap<>();
        blinding.blind(BlindTokens.of(person)).stream()
                .collect(Collectors.groupingBy(Token::kind))
                .values()
                .forEach(tokens -> count(tokens, shared));
        var owners = new ArrayList<>(shared.entrySet());
        owners.sort(
                Map.Entry.<UUID, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
        return owners.stream().limit(MOST_CANDIDATES).map(Map.Entry::getKey).toList();
    }

    private void count(List<Token> tokens, Map<UUID, Integer> shared) {
        var values = tokens.stream().map(LookUp::value).toList();
        for (Document row :
                template.getDb()
                        .getCollection(ROWS)
                        .find(new Document("token", new Document("$in", values)))
                        .projection(new Document("owner", 1))
                        .limit(MOST_ROWS)) {
            shared.merge(row.get("owner", UUID.class), 1, Integer::sum);
        }
    }

    private static String value(Token token) {
        return token.kind() + ":" + token.keyVersion() + ":" + token.value();
    }
}
