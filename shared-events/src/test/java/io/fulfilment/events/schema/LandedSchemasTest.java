package io.fulfilment.events.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LandedSchemasTest {

    private static final JsonNode SHIPPED = schema("\"orderId\"", "");
    private static final JsonNode SHIPPED_WITH_REMARK = schema("\"orderId\"", ", \"remark\": {\"type\": \"string\"}");
    private static final JsonNode SHIPPED_WITHOUT_REQUIRED = schema("", "");

    @TempDir
    private Path folder;

    private LandedSchemas landed;

    @BeforeEach
    void landOne() {
        landed = new LandedSchemas(folder, folder.resolve("landed.sha256"));
        landed.approve(Map.of("Shipped.v1", SHIPPED));
    }

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(landed.breaks(Map.of("Shipped.v1", SHIPPED))).isEmpty();
        assertThat(landed.outdated(Map.of("Shipped.v1", SHIPPED))).isEmpty();
    }

    @Test
    void wantsANewMessageApproved() {
        var current = Map.of("Shipped.v1", SHIPPED, "Shipped.v2", SHIPPED_WITHOUT_REQUIRED);

        assertThat(landed.breaks(current)).isEmpty();
        assertThat(landed.outdated(current)).containsExactly("Shipped.v2");

        landed.approve(current);

        assertThat(landed.outdated(current)).isEmpty();
        assertThat(landed.all()).isEqualTo(current);
    }

    @Test
    void wantsACompatibleChangeApproved() {
        var current = Map.of("Shipped.v1", SHIPPED_WITH_REMARK);

        assertThat(landed.breaks(current)).isEmpty();
        assertThat(landed.outdated(current)).containsExactly("Shipped.v1");

        landed.approve(current);

        assertThat(landed.outdated(current)).isEmpty();
    }

    @Test
    void refusesAnIncompatibleChangeAlsoWhenAskedToApprove() throws Exception {
        var file = folder.resolve("Shipped.v1.json");
        var before = Files.readString(file);
        var current = Map.of("Shipped.v1", SHIPPED_WITHOUT_REQUIRED, "Packed.v1", SHIPPED);

        assertThat(landed.breaks(current))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("Shipped.v1: /orderId became optional")
                        .contains("make a new version, an upcaster and an approved sample"));
        assertThatThrownBy(() -> landed.approve(current))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Shipped.v1: /orderId became optional");
        assertThat(file).hasContent(before);
        assertThat(folder.resolve("Packed.v1.json")).doesNotExist();
    }

    @Test
    void refusesThatALandedMessageDisappears() {
        var current = Map.of("Shipped.v2", SHIPPED);

        assertThat(landed.breaks(current))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("Shipped.v1: its record disappeared")
                        .contains("make a new version, an upcaster and an approved sample"));
        assertThatThrownBy(() -> landed.approve(current)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsALandedSchemaThatWasEditedAlongWithItsRecord() throws Exception {
        Files.writeString(folder.resolve("Shipped.v1.json"), SHIPPED_WITHOUT_REQUIRED.toString());

        refuses(
                Map.of("Shipped.v1", SHIPPED_WITHOUT_REQUIRED),
                "Shipped.v1.json: its file is not as it is on the list");
    }

    @Test
    void findsALandedSchemaThatWentAlongWithItsRecord() throws Exception {
        Files.delete(folder.resolve("Shipped.v1.json"));

        refuses(Map.of(), "Shipped.v1.json: its file is not as it is on the list");
    }

    @Test
    void findsASchemaThatIsNotOnTheList() throws Exception {
        Files.writeString(folder.resolve("Packed.v1.json"), SHIPPED.toString());

        refuses(
                Map.of("Shipped.v1", SHIPPED, "Packed.v1", SHIPPED),
                "Packed.v1.json: its file is not as it is on the list");
    }

    private void refuses(Map<String, JsonNode> current, String why) {
        assertThat(landed.breaks(current))
                .hasValueSatisfying(message -> assertThat(message).contains(why));
        assertThatThrownBy(() -> landed.approve(current)).hasMessageContaining(why);
        assertThat(landed.breaks(current)).as("after it was refused").isPresent();
    }

    private static JsonNode schema(String required, String moreProperties) {
        return JsonMapper.shared().readTree("""
                {"type": "object", "properties": {"orderId": {"type": "string"}%s}, "required": [%s]}
                """.formatted(moreProperties, required));
    }
}
