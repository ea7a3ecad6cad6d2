package org.homeward.kit.time;

import java.time.Clock;
import java.time.Duration;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two clocks: the real one, and the programme's, which tests and demos may move. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProblemTypes timeProblemTypes() {
        return ProblemTypes.of(new ClockBackwards(Duration.ofDays(14)));
    }

    /** Where people are really served the programme's clock is the real one. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!local & !demo & !test")
    static class Fixed {

        @Bean
        ProgrammeClock programmeClock(Clock clock) {
            return new ProgrammeClock(clock, () -> Duration.ZERO);
        }
    }

    /** Elsewhere it can be moved, for all instances of the service. */
    @Configuration(proxyBeanMethods = false)
    @Profile("local | demo | test")
    static class Movable {

        @Bean
        StoredOffset programmeClockOffset(MongoTemplate template) {
            return new StoredOffset(template, System::nanoTime);
        }

        @Bean
        ProgrammeClock programmeClock(Clock clock, StoredOffset offset) {
            return new ProgrammeClock(clock, offset::current);
        }

        @Bean
        ProgrammeClockController programmeClockController(
                StoredOffset offset, ProgrammeClock clock) {
            return new ProgrammeClockController(offset, clock);
        }
    }
}
