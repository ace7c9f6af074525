package io.fulfilment.events.notification;

import io.fulfilment.events.Command;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.SagaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What notification-service is asked. */
@PublishedTo(Topic.NOTIFICATION_COMMANDS)
public sealed interface NotificationCommand extends Command {

    /**
     * Tells the customer what became of her order; answered by {@link NotificationReply.ToNotifyCustomer}.
     *
     * @param email personal data: not for logs
     * @param reason only of a rejection
     */
    @MessageType(value = "io.fulfilment.notification.NotifyCustomer", version = 2)
    record NotifyCustomer(
            SagaId sagaId,
            OrderId orderId,
            CustomerId customerId,
            NotificationKind kind,
            String email,
            List<OrderLine> lines,
            Money total,
            @Nullable RejectionReason reason)
            implements NotificationCommand {

        public NotifyCustomer {
            lines = List.copyOf(lines);
        }

        @Override
        public String subject() {
            return orderId.toString();
        }

        @Override
        public String toString() {
            return "NotifyCustomer[" + orderId + ", " + kind + "]";
        }
    }

    /**
     * Tells the customer what became of her order; answered by {@link NotificationReply.ToNotifyCustomer}.
     *
     * @param email personal data: not for logs
     * @param reason only of a rejection
     */
    // From before orders could be cancelled.
    @MessageType("io.fulfilment.notification.NotifyCustomer")
    record NotifyCustomerV1(
            SagaId sagaId,
            OrderId orderId,
            CustomerId customerId,
            NotificationKindV1 kind,
            String email,
            List<OrderLine> lines,
            Money total,
            @Nullable RejectionReason reason)
            implements NotificationCommand, Superseded<NotifyCustomer> {

        public NotifyCustomerV1 {
            lines = List.copyOf(lines);
        }

        @Override
        public String subject() {
            return orderId.toString();
        }

        @Override
        public NotifyCustomer upcast() {
            return new NotifyCustomer(sagaId, orderId, customerId, kind.today(), email, lines, total, reason);
        }

        @Override
        public String toString() {
            return upcast().toString();
        }
    }
}
