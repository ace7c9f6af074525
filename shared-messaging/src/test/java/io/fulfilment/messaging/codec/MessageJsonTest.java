package io.fulfilment.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageJsonTest {

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final MessageJson json = new MessageJson();

    @Test
    void readsWhatItWrites() {
        var message = new ReserveStock(
                new SagaId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                List.of(new StockLine(new Sku("SKU-1"), new Quantity(2))));

        assertThat(json.read(json.write(message), ReserveStock.class)).isEqualTo(message);
    }

    @Test
    void passesOverWhatANewerSenderAdds() {
        assertThat(read("{\"sagaId\":\"" + ID + "\",\"orderId\":\"" + ID + "\",\"new\":{\"a\":[1]}}"))
                .isEqualTo(new ReleaseStock(SagaId.of(ID), OrderId.of(ID)));
    }

    @Test
    void missesWhatTheTypeNeeds() {
        assertThatThrownBy(() -> read("{\"orderId\":\"" + ID + "\"}")).hasMessageContaining("sagaId");
        assertThatThrownBy(() -> read("{\"sagaId\":null,\"orderId\":\"" + ID + "\"}"))
                .hasMessageContaining("sagaId");
        assertThatThrownBy(() -> json.read(
                        bytes("{\"sagaId\":\"" + ID + "\",\"orderId\":\"" + ID
                                + "\",\"lines\":[{\"sku\":\"SKU-1\",\"quantity\":null}]}"),
                        ReserveStock.class))
                .hasMessageContaining("quantity");
    }

    private ReleaseStock read(String body) {
        return json.read(bytes(body), ReleaseStock.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
