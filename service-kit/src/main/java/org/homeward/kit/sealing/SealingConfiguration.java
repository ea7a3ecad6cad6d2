package org.homeward.kit.sealing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.observe.Alarms;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The keys of a service that stores anything. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnBean(StoredTypes.class)
@EnableConfigurationProperties(MasterKeySettings.class)
class SealingConfiguration {

    @Bean
    MasterKey masterKey(MasterKeySettings settings) {
        return settings.read();
    }

    @Bean
    KeyVault keyVault(MongoClient client, MongoTemplate template, MasterKey master, Alarms alarms) {
        return KeyVault.open(template.getDb(), vault(client, template), master, alarms);
    }

    @Bean
    Rewrapping rewrapping(
            MongoClient client,
            MongoTemplate template,
            MasterKey master,
            MeterRegistry meters,
            Alarms alarms,
            Clock clock) {
        return new Rewrapping(vault(client, template), master, meters, alarms, clock);
    }

    @Bean
    KeysController keysController(Rewrapping rewrapping) {
        return new KeysController(rewrapping);
    }

    /** The vault lies in a database of its own, so that it can be backed up apart. */
    private static MongoDatabase vault(MongoClient client, MongoTemplate template) {
        return client.getDatabase(template.getDb().getName() + "_vault");
    }
}
