package io.fulfilment.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTypesTest {

    private final KnownTypes known = KnownTypes.around(List.of(ReleaseStock.class, ReserveStockSucceeded.class));

    @Test
    void allUnderTheSealedParentsOfTheHandledTypesMayCome() {
        assertThat(known.on("inventory.commands", type("inventory.ReleaseStock")))
                .isEqualTo(ReleaseStock.class);
        assertThat(known.on("inventory.commands", type("inventory.DispatchStock")))
                .isNotNull();
        assertThat(known.on("saga.replies", type("inventory.ReleaseStockSucceeded")))
                .isNotNull();
    }

    @Test
    void nothingElseMay() {
        assertThat(known.on("saga.replies", type("inventory.ReleaseStock"))).isNull();
        assertThat(known.on("saga.replies", type("order.ConfirmOrderSucceeded")))
                .isNull();
        assertThat(known.on("inventory.commands", new TypeName("io.fulfilment.inventory.ReleaseStock", 2)))
                .isNull();
        assertThat(known.on("order.events", type("inventory.ReleaseStock"))).isNull();
    }

    private static TypeName type(String name) {
        return new TypeName("io.fulfilment." + name, 1);
    }
}
