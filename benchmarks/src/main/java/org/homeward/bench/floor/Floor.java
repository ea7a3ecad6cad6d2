package org.homeward.bench.floor;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.util.Objects;
import org.bson.UuidRepresentation;
import org.homeward.bench.load.Command;
import org.homeward.bench.load.Effects;
import org.homeward.bench.process.Order;
import org.homeward.bench.process.Serving;
import org.homeward.bench.process.Settings;
import org.homeward.bench.process.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What MongoDB and Kafka cost whoever uses them: the least code that writes, publishes, reads and
 * reacts, without any of our promises. The process beside it does the same with them.
 */
public final class Floor implements Subject {

    private final MongoClient client;
    private final String database;
    private final Settings settings;
    private final Effects effects = new Effects();
    private final BareHttp http;
    private @Nullable Command piped;
    private @Nullable Command alone;
    private @Nullable BareRelay drain;

    private Floor(Settings settings) {
        this.settings = settings;
        var where = new ConnectionString(settings.mongo());
        this.client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(where)
                                .uuidRepresentation(UuidRepresentation.STANDARD)
                                .build());
        this.database = Objects.requireNonNull(where.getDatabase());
        this.http = new BareHttp(id -> command(Order.Kind.PLAIN).run(id));
    }

    public static void main(String[] arguments) throws IOException {
        Serving.main(arguments, Floor::new);
    }

    @Override
    public void copy(String written) {
        MongoDatabase from = client.getDatabase(written);
        MongoDatabase quiet = client.getDatabase(database + "_alone");
        Twin.copyIndexes(from, quiet);
        var twin = Twin.of(from, settings.topic());
        alone = new BareTransaction(client, quiet, twin, () -> {});
        MongoDatabase full = client.getDatabase(database);
        Twin.copyIndexes(from, full);
        full.createCollection("seen");
        var relay = new BareRelay(full, settings.kafka(), settings.topic()).start();
        piped = new BareTransaction(client, full, twin, relay::wake);
        new BareConsumer(full, settings.kafka(), settings.topic(), effects).start();
    }

    @Override
    public Command command(Order.Kind kind) {
        var command = kind == Order.Kind.PLAIN ? piped : alone;
        return Objects.requireNonNull(command, "there is nothing to be like yet");
    }

    @Override
    public Effects effects() {
        return effects;
    }

    @Override
    public int port() {
        return http.port();
    }

    @Override
    public void drain(String from, String topic) {
        drain = new BareRelay(client.getDatabase(from), settings.kafka(), topic).start();
    }

    @Override
    public void stopDrain() {
        Objects.requireNonNull(drain).close();
    }
}
