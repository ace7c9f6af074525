package io.fulfilment.payment.query;

import io.fulfilment.events.value.OrderId;
import java.util.List;

/** The histories as they are stored. */
public interface RecordedEvents {

    /** In the order in which they happened. */
    List<RecordedEvent> of(OrderId orderId);
}
