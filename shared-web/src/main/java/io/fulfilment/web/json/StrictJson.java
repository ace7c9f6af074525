package io.fulfilment.web.json;

import java.math.BigDecimal;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads JSON exactly as it stands: nothing unknown, nothing twice, nothing after the end, no value of another kind, no
 * null where the type has none, and nothing larger than the contract's limits.
 */
final class StrictJson {

    /** In characters; the parser counts the two halves of some one by one. */
    static final int LONGEST_STRING = 1_024;

    private static final int DEEPEST_NESTING = 20;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 256;

    private StrictJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder(factory())
                .addModule(new SimpleModule("strict").addDeserializer(String.class, new TextDeserializer()))
                .annotationIntrospector(new NullnessIntrospector())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(StrictJson::refuse)
                // Amounts of money are texts, so that nothing on the way rounds them.
                .withCoercionConfig(
                        BigDecimal.class,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
                .build();
    }

    private static void refuse(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxStringLength(2 * LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }
}
