package org.homeward.kit.observe;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while MongoDB's primary answers, which is all that a command needs. Says so in 2 s. */
final class PrimaryHealth extends AbstractHealthIndicator {

    private final MongoClient client;

    PrimaryHealth(MongoClient client) {
        super("MongoDB's primary does not answer");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        client.getDatabase("admin")
                .withReadPreference(ReadPreference.primary())
                .withTimeout(2, TimeUnit.SECONDS)
                .runCommand(new Document("ping", 1));
        builder.up();
    }
}
