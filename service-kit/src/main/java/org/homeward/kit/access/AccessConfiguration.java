package org.homeward.kit.access;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.time.Clock;
import java.util.List;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.journal.JournalConfiguration;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.ProblemTypes;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Purposes and the record of reads. */
@AutoConfiguration(after = JournalConfiguration.class)
public class AccessConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Purpose.class);
    }

    @Bean
    @ConditionalOnBean(Signing.class)
    AccessLog accessLog(MongoTemplate template, Signing signing, Clock clock, Alarms alarms) {
        AccessLog log = new AccessLog(template, signing, clock, alarms);
        log.prepare();
        return log;
    }

    @Bean
    ProblemTypes accessProblemTypes() {
        return ProblemTypes.of(new PurposeRequired(List.of("a-purpose")));
    }

    @Bean
    OperationCustomizer purposesOfOperations() {
        return (operation, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                ForPurpose allowed = parameter.getParameterAnnotation(ForPurpose.class);
                if (allowed != null) {
                    operation.addParametersItem(
                            new Parameter()
                                    .in("header")
                                    .name(Purposes.HEADER)
                                    .required(true)
                                    .schema(new StringSchema()._enum(List.of(allowed.value()))));
                }
            }
            return operation;
        };
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
