package io.fulfilment.order.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.order.domain.Order;
import io.fulfilment.order.domain.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the wish to cancel an order: the order, its view and its event commit together. Against the saga's pivot, whoever
 * has the order first wins, and the other finds it as it is then.
 */
@Service
public class CancelOrders {

    private final Orders orders;
    private final Announcements announcements;
    private final Timestamps timestamps;
    private final CancellationSettings settings;

    CancelOrders(Orders orders, Announcements announcements, Timestamps timestamps, CancellationSettings settings) {
        this.orders = orders;
        this.announcements = announcements;
        this.timestamps = timestamps;
        this.settings = settings;
    }

    /**
     * Changes nothing where the order is being cancelled already.
     *
     * @param by the subject of who asks
     * @throws io.fulfilment.order.domain.UnknownOrder if there is no such order
     * @throws io.fulfilment.order.domain.CancellationRefused if it is too late
     */
    @Transactional
    public void handle(OrderId id, String by, String note) {
        Order order = orders.withId(id);
        order.requestCancellation(by, note, timestamps.now(), settings.window()).ifPresent(requested -> {
            orders.store();
            announcements.announce(new OrderFact(requested, order.version()), Cause.beginning(id.value()));
        });
    }
}
