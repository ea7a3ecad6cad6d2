package org.homeward.bench.ours;

import org.homeward.bench.load.Effects;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.mongo.StoredTypes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service like the four real ones: the same kit, one aggregate, one command, one reaction. */
@SpringBootApplication(proxyBeanMethods = false)
class SampleService {

    @Bean
    StoredTypes storedTypes() {
        return Parcel.stored();
    }

    @Bean
    Effects effects() {
        return new Effects();
    }

    /** Absent where only the journal is measured. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("bench.reacts")
    static class Reacting {

        @Bean
        SeenParcels seenParcels(Journal journal, Effects effects) {
            return new SeenParcels(journal, effects);
        }

        @Bean
        Reactions reactions(SeenParcels parcels) {
            return Reactions.of(Parcel.TOPIC).on(NotificationDelivered.class, parcels);
        }
    }
}
