package org.homeward.kit.test;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A real MongoDB and nothing else of a service, for tests of single parts. */
@Configuration(proxyBeanMethods = false)
public class MongoForTest {

    /** Nothing listens there. */
    public static final String NOWHERE = "mongodb://127.0.0.1:1/none";

    @Bean
    MongoClient mongoClient() {
        return client(Backends.shared().mongoUri("any"));
    }

    @Bean
    MongoTemplate mongoTemplate(MongoClient client) {
        return new MongoTemplate(client, Backends.freshDatabase());
    }

    public static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .applyConnectionString(new ConnectionString(uri))
                        .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                        .build());
    }
}
