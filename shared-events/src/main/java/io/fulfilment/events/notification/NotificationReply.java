package io.fulfilment.events.notification;

import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;

/** What notification-service answers. */
@PublishedTo(Topic.SAGA_REPLIES)
public sealed interface NotificationReply extends SagaReply {

    sealed interface ToNotifyCustomer extends NotificationReply permits NotifyCustomerSucceeded, NotifyCustomerFailed {}

    @MessageType("io.fulfilment.notification.NotifyCustomerSucceeded")
    record NotifyCustomerSucceeded(SagaId sagaId, OrderId orderId) implements ToNotifyCustomer {}

    /**
     * The customer can't be reached; nothing more will be tried.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.notification.NotifyCustomerFailed")
    record NotifyCustomerFailed(SagaId sagaId, OrderId orderId, String reason) implements ToNotifyCustomer {}
}
