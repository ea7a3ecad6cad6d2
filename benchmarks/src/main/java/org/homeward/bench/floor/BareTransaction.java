package org.homeward.bench.floor;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.bson.Document;
import org.homeward.bench.load.Command;

/** The driver's transaction with the two documents of a command, and nothing else. */
final class BareTransaction implements Command {

    private static final TransactionOptions OPTIONS =
            TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .build();

    private final MongoClient client;
    private final MongoCollection<Document> aggregates;
    private final MongoCollection<Document> journal;
    private final Twin twin;
    private final Runnable committed;

    BareTransaction(MongoClient client, MongoDatabase database, Twin twin, Runnable committed) {
        this.client = client;
        this.aggregates = database.getCollection(Twin.AGGREGATES);
        this.journal = database.getCollection(Twin.JOURNAL);
        this.twin = twin;
        this.committed = committed;
    }

    @Override
    public void run(UUID id) {
        try (var session = client.startSession()) {
            session.startTransaction(OPTIONS);
            aggregates.insertOne(session, twin.aggregate(id));
            journal.insertOne(session, twin.entry(id, System.nanoTime()));
            session.commitTransaction();
        }
        committed.run();
    }
}
