package io.fulfilment.messaging.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fulfilment.events.Command;
import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryEvent;
import io.fulfilment.events.inventory.InventoryReply;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockRefused;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ToReserveStock;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.messaging.Answers;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.messaging.codec.CloudEvent;
import io.fulfilment.messaging.codec.ParcelEvent;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelLost;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSent;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelWeighed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents are valid by the schema of AsyncAPI itself, which is of the npm package {@code @asyncapi/specs} (Apache 2.0). */
class AsyncApiDocumentTest {

    private static final Schema ASYNC_API = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JsonResources.read("/asyncapi/asyncapi-3.0.0.json"));

    private final ObjectNode document = AsyncApiDocument.of(
            "inventory-service",
            Conversation.of(
                    List.of(Publishes.of(InventoryEvent.class, InventoryReply.class)),
                    List.of(MessageHandlers.with()
                            .batch(InventoryCommand.class, batch -> {})
                            .build()),
                    List.of()));

    static Stream<Path> kept() throws IOException {
        try (var files = Files.list(Path.of("../docs/asyncapi"))) {
            return files.toList().stream();
        }
    }

    @Test
    void aTopicIsAChannelWithAllThatTheServiceSendsOrReceivesThere() {
        assertThat(document.path("channels").propertyNames())
                .containsExactlyInAnyOrder(
                        "inventory.commands", "inventory.events", "saga.replies", "inventory-service.dead-letters");
        assertThat(document.at("/channels/inventory.commands/messages").propertyNames())
                .containsExactlyInAnyOrder(
                        "io.fulfilment.inventory.DispatchStock.v1",
                        "io.fulfilment.inventory.ReleaseStock.v1",
                        "io.fulfilment.inventory.ReserveStock.v1",
                        "io.fulfilment.inventory.Restock.v1");
        assertThat(document.at("/channels/saga.replies/bindings/kafka/partitions")
                        .intValue())
                .isEqualTo(12);
    }

    @Test
    void anOperationSaysWhichWayTheMessagesGo() {
        assertThat(document.at("/operations/inventory.commands.receive/action").stringValue())
                .isEqualTo("receive");
        assertThat(document.at("/operations/inventory.events.send/action").stringValue())
                .isEqualTo("send");
        assertThat(document.path("operations").has("inventory.events.receive")).isFalse();
        assertThat(document.at("/operations/inventory.commands.receive/bindings/kafka/groupId/enum/0")
                        .stringValue())
                .isEqualTo("inventory-service");
    }

    @Test
    void aPayloadIsTheLandedSchema() {
        var payload = document.at("/components/messages/io.fulfilment.inventory.ReleaseStock.v1/payload");
        var landed = JsonResources.read("/schemas/io.fulfilment.inventory.ReleaseStock.v1.json");

        assertThat(payload.path("properties")).isEqualTo(landed.path("properties"));
        assertThat(payload.path("required")).isEqualTo(landed.path("required"));
        assertThat(payload.has("$schema")).isFalse();
    }

    @Test
    void theHeadersAreThoseOfTheEnvelope() {
        assertThat(document.at("/components/schemas/cloudEvent/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        CloudEvent.SPEC_VERSION,
                        CloudEvent.ID,
                        CloudEvent.TYPE,
                        CloudEvent.SOURCE,
                        CloudEvent.SUBJECT,
                        CloudEvent.TIME,
                        CloudEvent.SEQUENCE,
                        CloudEvent.CORRELATION_ID,
                        CloudEvent.CAUSATION_ID,
                        CloudEvent.CONTENT_TYPE,
                        CloudEvent.TRACE_PARENT);
    }

    @Test
    void whoReceivesAVersionReceivesTheOlderOnes() {
        var parcels = Conversation.of(
                List.of(),
                List.of(MessageHandlers.with()
                        .<ParcelEvent>batch(
                                List.of(ParcelSent.class, ParcelWeighed.class, ParcelLost.class), batch -> {})
                        .build()),
                List.of());

        assertThat(parcels.received().values())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.ITERABLE)
                .containsExactly(
                        "test.ParcelLost.v1",
                        "test.ParcelSent.v1",
                        "test.ParcelSent.v2",
                        "test.ParcelSent.v3",
                        "test.ParcelWeighed.v1",
                        "test.ParcelWeighed.v2");
    }

    @Test
    void whatIsAnsweredHasAnOperationWithItsReply() {
        var asking = AsyncApiDocument.of("asking-service", asking(ReserveStock.class));

        assertThat(asking.path("operations").propertyNames())
                .containsExactlyInAnyOrder(
                        "io.fulfilment.inventory.ReserveStock.v1.send",
                        "inventory.commands.send",
                        "saga.replies.receive",
                        "asking-service.dead-letters.send");
        var operation = asking.at("/operations/io.fulfilment.inventory.ReserveStock.v1.send");
        assertThat(operation.path("messages").findValuesAsString("$ref"))
                .containsExactly("#/channels/inventory.commands/messages/io.fulfilment.inventory.ReserveStock.v1");
        assertThat(operation.at("/reply/channel/$ref").stringValue()).isEqualTo("#/channels/saga.replies");
        assertThat(operation.at("/reply/messages").findValuesAsString("$ref"))
                .containsExactly(
                        "#/channels/saga.replies/messages/io.fulfilment.inventory.ReserveStockRefused.v1",
                        "#/channels/saga.replies/messages/io.fulfilment.inventory.ReserveStockSucceeded.v1");
        assertThat(asking.at("/operations/inventory.commands.send/messages").findValuesAsString("$ref"))
                .hasSize(3)
                .noneMatch(message -> message.contains("ReserveStock"));
        assertThat(ASYNC_API.validate(asking)).isEmpty();
        assertThat(dangling(asking)).isEmpty();
    }

    @Test
    void answersAreToWhatIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asking(CapturePayment.class))
                .withMessageContaining("CapturePayment.v1 is not sent");
    }

    private static Conversation asking(Class<? extends Command> command) {
        return Conversation.of(
                List.of(Publishes.of(InventoryCommand.class)),
                List.of(MessageHandlers.with()
                        .batch(ToReserveStock.class, batch -> {})
                        .build()),
                List.of(new Answers(Map.of(command, Set.of(ReserveStockSucceeded.class, ReserveStockRefused.class)))));
    }

    @Test
    void theDocumentIsAnAsyncApi() {
        assertThat(ASYNC_API.validate(document)).isEmpty();
        assertThat(dangling(document)).isEmpty();
    }

    @Test
    void whatIsNoAsyncApiIsFound() {
        document.withObjectProperty("operations")
                .withObjectProperty("inventory.events.send")
                .put("action", "shout");
        document.withObjectProperty("channels").remove("inventory.commands");

        assertThat(ASYNC_API.validate(document)).isNotEmpty();
        assertThat(dangling(document)).contains("#/channels/inventory.commands");
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatTheServicesKeepIsAsyncApi(Path file) {
        var kept = JsonMapper.shared().readTree(file.toFile());

        assertThat(ASYNC_API.validate(kept)).isEmpty();
        assertThat(dangling(kept)).isEmpty();
    }

    /** References to what isn't there. */
    private static List<String> dangling(JsonNode document) {
        var dangling = new ArrayList<String>();
        document.findValuesAsString("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .forEach(dangling::add);
        return dangling;
    }
}
