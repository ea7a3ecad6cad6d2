package org.homeward.bench.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.sealing.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import tools.jackson.databind.json.JsonMapper;

/** What sealing is compared with: the same bytes, but plain, and no key is made or asked for. */
@Configuration(proxyBeanMethods = false)
class Unsealed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Bean
    @Primary
    MongoCustomConversions plainConversions(StoredTypes types) {
        return MongoCustomConversions.create(
                conversions ->
                        conversions.registerConverters(
                                List.of(
                                        DayToText.INSTANCE,
                                        TextToDay.INSTANCE,
                                        new Write(types.secrets()),
                                        new Read(types.secrets()))));
    }

    @WritingConverter
    private static final class Write implements Converter<Secret<?>, Binary> {

        private final Map<Class<?>, String> names;

        Write(Map<String, Class<?>> types) {
            names =
                    types.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        }

        @Override
        public Binary convert(Secret<?> secret) {
            Object value = secret.open();
            var name = Objects.requireNonNull(names.get(value.getClass()));
            return new Binary(JSON.writeValueAsBytes(new Object[] {name, value}));
        }
    }

    @ReadingConverter
    private static final class Read implements Converter<Binary, Secret<?>> {

        private final Map<String, Class<?>> types;

        Read(Map<String, Class<?>> types) {
            this.types = types;
        }

        @Override
        public Secret<?> convert(Binary stored) {
            var json = JSON.readTree(stored.getData());
            var type = Objects.requireNonNull(types.get(json.get(0).asString()));
            return Secret.of(JSON.treeToValue(json.get(1), type));
        }
    }

    @WritingConverter
    private enum DayToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private enum TextToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
