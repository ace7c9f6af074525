package io.fulfilment.events.saga;

import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Reply;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;

/** What a participant answers to the saga whose command it handled. */
@PublishedTo(Topic.SAGA_REPLIES)
public interface SagaReply extends Reply {

    SagaId sagaId();

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }
}
