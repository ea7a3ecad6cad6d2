package org.homeward.kit.observe;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Logs, alarms, metrics and health of a service. */
@AutoConfiguration(
        after = {MongoAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class})
@EnableConfigurationProperties(ObserveSettings.class)
public class ObserveConfiguration {

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        var registration = new FilterRegistrationBean<>(new Correlation());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Alarms alarms(MeterRegistry meters, ObserveSettings settings) {
        return new Alarms(meters, settings.exceptionMessages());
    }

    @Bean
    CommandMetrics commandMetrics(MeterRegistry meters) {
        return new CommandMetrics(meters);
    }

    @Bean
    @ConditionalOnBean(MongoClient.class)
    PrimaryHealth primaryHealthIndicator(MongoClient client) {
        return new PrimaryHealth(client);
    }
}
