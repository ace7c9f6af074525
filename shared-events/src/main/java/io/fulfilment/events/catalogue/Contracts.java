package io.fulfilment.events.catalogue;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryEvent;
import io.fulfilment.events.inventory.InventoryReply;
import io.fulfilment.events.notification.NotificationCommand;
import io.fulfilment.events.notification.NotificationEvent;
import io.fulfilment.events.notification.NotificationReply;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.events.order.OrderReply;
import io.fulfilment.events.payment.PaymentCommand;
import io.fulfilment.events.payment.PaymentEvent;
import io.fulfilment.events.payment.PaymentReply;
import io.fulfilment.events.saga.SagaEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The whole language, found by walking down from the sealed parents. */
public final class Contracts {

    /** The sealed parents: for each service its commands, its replies and its events. */
    public static final List<Class<? extends Message>> PARENTS = List.of(
            OrderCommand.class,
            OrderReply.class,
            OrderEvent.class,
            InventoryCommand.class,
            InventoryReply.class,
            InventoryEvent.class,
            PaymentCommand.class,
            PaymentReply.class,
            PaymentEvent.class,
            NotificationCommand.class,
            NotificationReply.class,
            NotificationEvent.class,
            SagaEvent.class);

    private Contracts() {}

    /** Every message record, by type name. */
    public static List<Class<? extends Message>> all() {
        return PARENTS.stream()
                .flatMap(Contracts::records)
                .distinct()
                .sorted(Comparator.comparing(type -> TypeName.of(type).toString()))
                .toList();
    }

    private static Stream<Class<? extends Message>> records(Class<? extends Message> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .<Class<? extends Message>>map(child -> child.asSubclass(Message.class))
                .flatMap(Contracts::records);
    }
}
