package org.homeward.kit.web;

import static tools.jackson.databind.cfg.CoercionInputShape.Boolean;
import static tools.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static tools.jackson.databind.cfg.CoercionInputShape.Float;
import static tools.jackson.databind.cfg.CoercionInputShape.Integer;
import static tools.jackson.databind.cfg.CoercionInputShape.String;

import org.homeward.kit.journal.Receipt;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the world may send it to us: nothing unknown, nothing twice, nothing after the end, and
 * no value of one kind taken for another. Only HTTP reads with it; what we read from our own
 * database or from another service is read with tolerance.
 */
final class StrictJson {

    /** Deeper than any of our bodies. */
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(50)
                    .maxNameLength(200)
                    .build();

    private StrictJson() {}

    static JsonMapper mapper(Iterable<JacksonModule> modules) {
        var factory = JsonFactory.builder().streamReadConstraints(BOUNDS).build();
        JsonMapper.Builder builder =
                JsonMapper.builder(factory)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .addModule(StrictTexts.module())
                        .addMixIn(Receipt.class, Answers.Made.class);
        refuse(builder, LogicalType.Integer, Float, Boolean, String, EmptyString);
        refuse(builder, LogicalType.Float, Boolean, String, EmptyString);
        refuse(builder, LogicalType.Boolean, Integer, Float, String, EmptyString);
        refuse(builder, LogicalType.Enum, Integer, EmptyString);
        refuse(builder, LogicalType.Array, String, EmptyString);
        refuse(builder, LogicalType.Collection, String, EmptyString);
        refuse(builder, LogicalType.Map, String, EmptyString);
        refuse(builder, LogicalType.POJO, String, EmptyString);
        modules.forEach(builder::addModule);
        return builder.build();
    }

    private static void refuse(
            JsonMapper.Builder builder, LogicalType wanted, CoercionInputShape... given) {
        builder.withCoercionConfig(
                wanted,
                config -> {
                    for (CoercionInputShape shape : given) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                });
    }
}
