package io.fulfilment.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @Test
    void idsAreReadInEitherCase() {
        var id = UUID.fromString("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

        assertThat(Attributes.uuid(id.toString())).isEqualTo(id);
        assertThat(Attributes.uuid("0199A1B2-C3D4-7E5F-8A6B-7C8D9E0F1A2B")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "0-00000000-0000-0000-000000000000000",
                "000000000-000-0000-0000-000000000000",
                "+0000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-00000000000g",
                "00000000000000000000000000000000"
            })
    void idsHaveOneForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Attributes.uuid(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void bodiesAreJson(String text) {
        assertThat(Attributes.json(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jsonp", "text/json", "application/cloudevents+json"})
    void otherBodiesAreNot(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Attributes.json(text));
    }
}
