package io.fulfilment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.inventory.InventoryEvent;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.messaging.MessageHandlers.Handler;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageHandlersTest {

    @Test
    void aSealedParentStandsForAllOfItsRecordsWhichAreHandledTogether() {
        var handlers = MessageHandlers.with()
                .batch(InventoryCommand.class, batch -> {})
                .build();
        assertThat(handlers.byType())
                .containsOnlyKeys(
                        TypeName.of(ReserveStock.class),
                        TypeName.of(ReleaseStock.class),
                        TypeName.of(DispatchStock.class),
                        TypeName.of(Restock.class));
        assertThat(handlers.byType().values().stream().map(Handler::action).distinct())
                .hasSize(1);
    }

    @Test
    void aParentOfParentsStandsForTheirRecordsToo() {
        var handlers = MessageHandlers.with()
                .each(InventoryEvent.class, received -> {})
                .build();
        assertThat(handlers.byType().values().stream().<Class<?>>map(Handler::type))
                .contains(StockAdjusted.class)
                .containsAll(List.of(ReservationEvent.class.getPermittedSubclasses()));
    }

    @Test
    void severalTypesAreHandledTogether() {
        var handlers = MessageHandlers.with()
                .<InventoryCommand>batch(List.of(ReserveStock.class, ReleaseStock.class), batch -> {})
                .build();
        assertThat(handlers.byType().values().stream().map(Handler::action).distinct())
                .hasSize(1);
        assertThat(handlers.byType()).hasSize(2);
    }

    @Test
    void aTypeHasOneHandler() {
        var handlers = MessageHandlers.with().batch(ReleaseStock.class, batch -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handlers.batch(InventoryCommand.class, batch -> {}))
                .withMessageContaining("two handlers for io.fulfilment.inventory.ReleaseStock.v1");
    }

    @Test
    void aParentThatIsNotSealedStandsForNothing() {
        var handlers = MessageHandlers.with();
        assertThatIllegalArgumentException().isThrownBy(() -> handlers.batch(SagaReply.class, batch -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handlers.batch(List.<Class<? extends Message>>of(SagaReply.class), batch -> {}));
    }
}
