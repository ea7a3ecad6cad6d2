package org.homeward.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How an event is written as JSON, and read again.
 *
 * <p>Written: fields in the order of the record, absent ones left out, enums by their names, days
 * as {@code 2026-03-12}, moments in RFC 3339 UTC. The same event always gives the same bytes.
 *
 * <p>Read: fields that are not known here are passed over, because within a version fields may be
 * added. All else is strict: a required field must be there, each field must be of its own kind (no
 * number for a text, no text for a number). For an optional field null is the same as nothing.
 */
public final class EventJson {

    private static final JsonMapper JSON = mapper();

    private EventJson() {}

    /** The event as UTF-8 JSON. */
    public static byte[] write(Event event) {
        return JSON.writeValueAsBytes(event);
    }

    /**
     * The event that was written as these bytes.
     *
     * @throws MalformedEvent if they are no such event; its reason names the first field that is
     *     wrong where that can be said, never what stands in it
     */
    public static <E extends Event> E read(Class<E> type, byte[] json) {
        try {
            E event = JSON.readValue(json, type);
            if (event == null) {
                throw new MalformedEvent(type.getSimpleName() + ": is null");
            }
            return event;
        } catch (DatabindException e) {
            throw new MalformedEvent(type.getSimpleName() + ": " + wrongField(type, e));
        } catch (JacksonException e) {
            throw new MalformedEvent(type.getSimpleName() + ": is no JSON");
        }
    }

    /** Package-private, so that a test can show it moments by themselves. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new RequiredComponents())
                .addModule(
                        new SimpleModule("strict texts")
                                .addDeserializer(UUID.class, StrictText.uuid())
                                .addDeserializer(LocalDate.class, StrictText.day())
                                .addDeserializer(Instant.class, StrictText.moment()))
                .changeDefaultPropertyInclusion(
                        ifAny -> ifAny.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, EventJson::onlyText)
                .withCoercionConfig(LogicalType.Enum, EventJson::onlyText)
                .build();
    }

    private static void onlyText(MutableCoercionConfig texts) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            texts.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Names the field by the contract's own words only: a name out of the bytes could be data. */
    private static String wrongField(Class<?> type, DatabindException e) {
        return e.getPath().stream()
                .limit(1)
                .map(JacksonException.Reference::getPropertyName)
                .flatMap(
                        name ->
                                Arrays.stream(type.getRecordComponents())
                                        .map(RecordComponent::getName)
                                        .filter(component -> component.equals(name)))
                .findAny()
                .map(name -> "field '" + name + "' is missing or not as it must be")
                .orElse("a field is missing or not as it must be");
    }
}
