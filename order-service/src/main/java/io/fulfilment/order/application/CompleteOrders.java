package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderReply.CompleteOrderSucceeded;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.domain.Order;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money is captured and goods are on their way: the order is done. */
@Service
public class CompleteOrders {

    private final OrderDecisions decisions;
    private final Timestamps timestamps;

    CompleteOrders(OrderDecisions decisions, Timestamps timestamps) {
        this.decisions = decisions;
        this.timestamps = timestamps;
    }

    @Transactional
    public void handle(List<Received<CompleteOrder>> commands) {
        decisions.decide(commands, this::decide);
    }

    private Decision decide(Order order, CompleteOrder command) {
        return new Decision(
                order.complete(timestamps.now()), new CompleteOrderSucceeded(command.sagaId(), command.orderId()));
    }
}
