package org.homeward.kit.access;

import java.time.Clock;
import java.util.List;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Purposes and the record of reads. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class AccessConfiguration {

    @Bean
    @ConditionalOnBean(MongoTemplate.class)
    AccessLog accessLog(MongoTemplate template, Clock clock, Alarms alarms) {
        AccessLog log = new AccessLog(template, clock, alarms);
        log.prepare();
        return log;
    }

    @Bean
    ProblemTypes accessProblemTypes() {
        return ProblemTypes.of(new PurposeRequired(List.of("case-management")));
    }

    @Bean
    WebMvcConfigurer purposes() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Purposes());
            }
        };
    }
}
