package org.homeward.backends;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/**
 * Brings a lone mongod to be the primary of its own replica set, whatever port it ran on before.
 */
final class ReplicaSetOfOne {

    static final String NAME = "rs0";

    private static final int NOT_YET_INITIALIZED = 94;

    private final MongoDatabase admin;
    private final String host;
    private boolean configured;

    /**
     * @param port by which its clients reach it, and it itself
     */
    ReplicaSetOfOne(MongoClient client, int port) {
        this.admin = client.getDatabase("admin");
        this.host = "127.0.0.1:" + port;
    }

    static boolean isPrimary(MongoClient client) {
        try {
            return hello(client.getDatabase("admin"));
        } catch (MongoException _) {
            return false;
        }
    }

    private static boolean hello(MongoDatabase admin) {
        return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary");
    }

    /** One step towards it: configures if that is still to do, then asks. */
    boolean isPrimary() {
        try {
            if (!configured) {
                configure();
                configured = true;
            }
            return hello(admin);
        } catch (MongoException _) {
            return false;
        }
    }

    private void configure() {
        try {
            Document config =
                    admin.runCommand(new Document("replSetGetConfig", 1))
                            .get("config", Document.class);
            Document member = config.getList("members", Document.class).getFirst();
            if (!host.equals(member.getString("host"))) {
                member.put("host", host);
                config.put("version", config.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", config).append("force", true));
            }
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                throw e;
            }
            Document self = new Document("_id", 0).append("host", host);
            Document config = new Document("_id", NAME).append("members", List.of(self));
            admin.runCommand(new Document("replSetInitiate", config));
        }
    }
}
