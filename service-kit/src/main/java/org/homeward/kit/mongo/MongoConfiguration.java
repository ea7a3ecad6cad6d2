package org.homeward.kit.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.homeward.kit.sealing.SecretConverters;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.data.convert.ConfigurableTypeInformationMapper;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Never trusts a default: what is acknowledged is on a majority's disk, what is read was committed,
 * a hung server is given up on before a consumer would be taken for dead, and stored types have
 * names of their own.
 */
@AutoConfiguration(before = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
@ConditionalOnBean(StoredTypes.class)
class MongoConfiguration {

    private static final String URI = "spring.mongodb.uri";

    /** The framework's own default is a database without accounts on the same machine. */
    @Bean
    MongoClientSettingsBuilderCustomizer homewardMongoSettings(Environment environment) {
        Objects.requireNonNull(environment.getProperty(URI), URI + " is not set");
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .readPreference(ReadPreference.primary())
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                s ->
                                        s.connectTimeout(3, TimeUnit.SECONDS)
                                                .readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    MongoCustomConversions mongoCustomConversions(StoredTypes types) {
        return MongoCustomConversions.create(
                conversions -> {
                    conversions.bigDecimal(
                            MongoCustomConversions.BigDecimalRepresentation.DECIMAL128);
                    conversions.registerConverters(List.of(DayToText.INSTANCE, TextToDay.INSTANCE));
                    conversions.registerConverters(SecretConverters.of(types.secrets()));
                });
    }

    @Bean
    MappingMongoConverter mappingMongoConverter(
            MongoDatabaseFactory factory,
            MongoMappingContext context,
            MongoCustomConversions conversions,
            StoredTypes types) {
        var converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(
                new DefaultMongoTypeMapper(
                        DefaultMongoTypeMapper.DEFAULT_TYPE_KEY,
                        List.of(new ConfigurableTypeInformationMapper(types.aliases()))));
        return converter;
    }

    /** Days as ISO text: a LocalDate stored as a time shifts with the JVM's zone. */
    @WritingConverter
    enum DayToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    /** The way back. */
    @ReadingConverter
    enum TextToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
