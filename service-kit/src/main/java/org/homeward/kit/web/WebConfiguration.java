package org.homeward.kit.web;

import java.time.LocalDate;
import java.util.List;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.KeyVault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as all services speak it. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration {

    /** After the security filters (order -100), so that nobody unknown makes us read a body. */
    private static final int AFTER_SECURITY = 0;

    private static final List<Class<?>> CONVERTERS =
            List.of(
                    ByteArrayHttpMessageConverter.class,
                    StringHttpMessageConverter.class,
                    ResourceHttpMessageConverter.class,
                    JacksonJsonHttpMessageConverter.class,
                    Table.class);

    private static JsonMapper json(ObjectProvider<JacksonModule> modules) {
        return StrictJson.mapper(modules.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    DerivedKeys derivedKeys(KeyVault vault) {
        return vault::derive;
    }

    @Bean
    Fingerprints fingerprints(DerivedKeys keys) {
        return Fingerprints.keyed(keys.key("request fingerprints"));
    }

    @Bean
    Cursors cursors(DerivedKeys keys) {
        return new Cursors(keys.key("cursors"));
    }

    @Bean
    ProblemWriter problemWriter(ObjectProvider<JacksonModule> modules) {
        return new ProblemWriter(json(modules));
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebSettings settings, ProblemWriter problems) {
        var filter = new BodyFilter(settings, problems, System::nanoTime);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    Problems problems(Alarms alarms) {
        return new Problems(alarms);
    }

    @Bean
    StrictParameters strictParameters() {
        return new StrictParameters();
    }

    @Bean
    ErrorPage errorPage(ErrorAttributes attributes, ObjectProvider<ErrorViewResolver> views) {
        return new ErrorPage(attributes, views.orderedStream().toList());
    }

    @Bean
    ProblemTypes kitProblemTypes() {
        return ProblemCatalogue.ofTheKit();
    }

    @Bean
    ProblemCatalogue problemCatalogue(ObjectProvider<ProblemTypes> types) {
        return new ProblemCatalogue(types.orderedStream().toList());
    }

    /** One strict reader of JSON, and no reader of anything else that happens to be on the path. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictConverters(ObjectProvider<JacksonModule> modules) {
        return converters ->
                converters
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(json(modules)))
                        .configureMessageConvertersList(
                                list -> list.removeIf(WebConfiguration::isUnwanted));
    }

    private static boolean isUnwanted(HttpMessageConverter<?> converter) {
        return CONVERTERS.stream().noneMatch(wanted -> wanted == converter.getClass());
    }

    @Bean
    WebMvcConfigurer conventions(Fingerprints fingerprints) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Commands(fingerprints));
                resolvers.add(new Callers());
                resolvers.add(new Pages());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, StrictTexts::day);
            }
        };
    }

    /** What Tomcat itself refuses, before any filter, is answered as a problem too. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            if (context.getParent()
                                    instanceof org.apache.catalina.core.StandardHost host) {
                                host.setErrorReportValveClass(ProblemReport.class.getName());
                            }
                        });
    }
}
