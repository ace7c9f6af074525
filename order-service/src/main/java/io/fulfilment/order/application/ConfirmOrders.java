package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderReply.ConfirmOrderRefused;
import io.fulfilment.events.order.OrderReply.ConfirmOrderSucceeded;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.domain.Order;
import io.fulfilment.order.domain.OrderStatus;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The saga's pivot. An order that was rejected meanwhile refuses, and the saga compensates. */
@Service
public class ConfirmOrders {

    private final OrderDecisions decisions;
    private final Timestamps timestamps;

    ConfirmOrders(OrderDecisions decisions, Timestamps timestamps) {
        this.decisions = decisions;
        this.timestamps = timestamps;
    }

    @Transactional
    public void handle(List<Received<ConfirmOrder>> commands) {
        decisions.decide(commands, this::decide);
    }

    private Decision decide(Order order, ConfirmOrder command) {
        if (order.status() == OrderStatus.REJECTED) {
            return new Decision(
                    Optional.empty(),
                    new ConfirmOrderRefused(command.sagaId(), command.orderId(), "the order is rejected"));
        }
        return new Decision(
                order.confirm(timestamps.now()), new ConfirmOrderSucceeded(command.sagaId(), command.orderId()));
    }
}
