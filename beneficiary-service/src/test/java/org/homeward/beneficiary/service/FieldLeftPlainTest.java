package org.homeward.beneficiary.service;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.Binary;
import org.homeward.backends.BackendUnavailable;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.sealing.SecretConverters;
import org.homeward.kit.test.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/**
 * Whoever looks in the whole system for what must lie sealed finds it where the service itself has
 * stored it plain, by the same eyes ({@link Traces}).
 */
class FieldLeftPlainTest {

    private static final Map<String, Object> PERSON =
            Map.of(
                    "name",
                    Map.of(
                            "family", "Ҷазнасабӣ",
                            "given", "Ҷазномагул",
                            "patronymic", "Ҷазпадаровна"),
                    "sex",
                    "FEMALE",
                    "birth",
                    Map.of("day", "1986-11-17"),
                    "phones",
                    List.of("+992 93 641 58 27"),
                    "email",
                    "jazpochta@example.org",
                    "address",
                    "деҳаи Ҷазнавбаҳор, хонаи 3",
                    "documents",
                    List.of("A07146935"),
                    "languages",
                    List.of("tg"));

    /** A word of each part of her that is nobody else's. */
    private static final Set<String> MARKERS =
            Set.of(
                    "Ҷазнасабӣ",
                    "Ҷазномагул",
                    "Ҷазпадаровна",
                    "1986-11-17",
                    "936415827",
                    "jazpochta",
                    "Ҷазнавбаҳор",
                    "A07146935");

    /** Lies plain, as it is to: where it is not found nobody has looked. */
    private static final String ORGANISATION = "jazhamkoron";

    @Test
    void it_is_found_in_the_files_and_through_the_driver_and_a_sealed_one_is_not(
            @TempDir Path folder) throws BackendUnavailable {
        var personal = Traces.inAnyDisguise(MARKERS);
        var plain = Traces.asWritten(Set.of(ORGANISATION));
        var files = folder.resolve("mongodb");
        try (var mongo = MongoProcess.start(MongoOptions.in(files).uncompressed());
                var kafka = KafkaProcess.start(KafkaOptions.in(folder.resolve("kafka")))) {
            var all = mongo.uri("admin");

            register(mongo.uri("sealed"), kafka.bootstrapServers());

            assertThat(plain.inDatabases(all)).contains(ORGANISATION + " in sealed.beneficiaries");
            assertThat(plain.below(files)).isNotEmpty();
            assertThat(personal.inDatabases(all)).isEmpty();
            assertThat(personal.below(files)).isEmpty();

            register(mongo.uri("plain"), kafka.bootstrapServers(), PersonLeftPlain.class);

            assertThat(personal.inDatabases(all))
                    .containsAll(
                            MARKERS.stream()
                                    .map(word -> word + " in plain.beneficiaries")
                                    .toList());
            assertThat(
                            personal.below(files).stream()
                                    .map(found -> found.substring(0, found.indexOf(" in ")))
                                    .collect(toSet()))
                    .isEqualTo(MARKERS);
        }
    }

    private static void register(String mongoUri, String bootstrapServers, Class<?>... more) {
        try (var service = RunningService.start(mongoUri, bootstrapServers, more)) {
            var worker =
                    Staff.workerOf(ORGANISATION, Cases.DISTRICT).at(RunningService.base(service));
            Cases.registered(worker, PERSON);
        }
    }

    /** As if the type of the field were not {@link Secret}: a registration stores one that is. */
    @Configuration(proxyBeanMethods = false)
    static class PersonLeftPlain {

        @Bean
        @Primary
        MongoCustomConversions conversions(StoredTypes types) {
            var unseal = SecretConverters.of(types.secrets()).getLast();
            return MongoCustomConversions.create(
                    conversions ->
                            conversions.registerConverters(List.of(Unsealed.INSTANCE, unseal)));
        }
    }

    @WritingConverter
    private enum Unsealed implements Converter<Secret<?>, Binary> {
        INSTANCE;

        @Override
        public Binary convert(Secret<?> secret) {
            return new Binary(Staff.JSON.writeValueAsBytes(secret.open()));
        }
    }
}
