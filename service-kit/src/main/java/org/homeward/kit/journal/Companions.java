package org.homeward.kit.journal;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a transaction writes beside aggregates and entries. */
final class Companions {

    private final ClientSession session;
    private final MongoTemplate template;
    private final Map<String, List<WriteModel<Document>>> waiting = new LinkedHashMap<>();
    private @Nullable MongoOperations bound;

    Companions(ClientSession session, MongoTemplate template) {
        this.session = session;
        this.template = template;
    }

    void add(String collection, WriteModel<Document> write) {
        waiting.computeIfAbsent(collection, _ -> new ArrayList<>()).add(write);
    }

    /** One bulk write for each collection. */
    void send() {
        waiting.forEach(
                (collection, writes) ->
                        template.getDb().getCollection(collection).bulkWrite(session, writes));
        waiting.clear();
    }

    /**
     * Bound to the session, and made only when asked for. Not by {@code template.withSession}: that
     * builds a whole converter anew, which took two fifths of a command's processor time.
     */
    MongoOperations mongo() {
        send();
        var operations = bound;
        if (operations == null) {
            operations =
                    new MongoTemplate(
                            template.getMongoDatabaseFactory().withSession(session),
                            template.getConverter());
            bound = operations;
        }
        return operations;
    }
}
