package io.fulfilment.events.schema;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fulfilment.events.Message;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.catalogue.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final LandedSchemas LANDED = LandedSchemas.ofTheBuild();
    private static final List<Class<? extends Message>> MESSAGES = Contracts.all();

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void everyMessageHasASample(Class<? extends Message> message) {
        assertThat(samples(message)).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void everyOptionalPropertyIsPresentInOneSampleAndAbsentInAnother(Class<? extends Message> message) {
        for (var property : Components.optionalOf(message)) {
            assertThat(samples(message).stream().map(sample -> sample.json().has(property)))
                    .as(property)
                    .contains(true, false);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void aSampleIsValid(Sample sample) {
        assertThat(errors(sample.type(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void aSampleIsReadAndWrittenUnchanged(Sample sample) {
        var message = JSON.treeToValue(sample.json(), sample.record());

        assertThat(JSON.readTree(JSON.writeValueAsString(message))).isEqualTo(sample.json());
        assertThat(message.subject())
                .isIn(
                        sample.json().path("orderId").asString(null),
                        sample.json().path("sku").asString(null));
    }

    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void aPropertyOfTheFutureIsPassedOver(Sample sample) {
        var ofTheFuture = sample.json().deepCopy().put("unheardOf", "of a newer writer");

        assertThat(errors(sample.type(), ofTheFuture)).isEmpty();
        assertThat(JSON.treeToValue(ofTheFuture, sample.record()))
                .isEqualTo(JSON.treeToValue(sample.json(), sample.record()));
    }

    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void aSampleWithoutARequiredPropertyIsInvalid(Sample sample) {
        for (var property : sample.json().propertyNames()) {
            var incomplete = sample.json().deepCopy();
            incomplete.remove(property);
            var isOptional = Components.optionalOf(sample.record()).contains(property);

            assertThat(errors(sample.type(), incomplete).isEmpty()).as(property).isEqualTo(isOptional);
        }
    }

    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void aSampleOfASupersededVersionBecomesAValidOneOfToday(Sample sample) {
        Message message = JSON.treeToValue(sample.json(), sample.record());
        while (message instanceof Superseded<?> old) {
            message = old.upcast();
        }

        assertThat(message.subject())
                .isEqualTo(JSON.treeToValue(sample.json(), sample.record()).subject());
        assertThat(errors(TypeName.of(message.getClass()).toString(), JSON.valueToTree(message)))
                .isEmpty();
    }

    @Test
    void noSampleIsOfAnUnknownMessage() {
        assertThat(Sample.all()).extracting(Sample::type).allMatch(LANDED.all()::containsKey);
    }

    private static List<Sample> samples(Class<? extends Message> message) {
        return Sample.all().stream()
                .collect(groupingBy(Sample::type))
                .getOrDefault(TypeName.of(message).toString(), List.of());
    }

    private static List<com.networknt.schema.Error> errors(String type, JsonNode json) {
        return SCHEMAS.getSchema(LANDED.of(type))
                .validate(json, execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
