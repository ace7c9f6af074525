package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.order.OrderReply.RejectOrderSucceeded;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.domain.Order;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a saga that could not fulfil its order. */
@Service
public class RejectOrders {

    private final OrderDecisions decisions;
    private final Timestamps timestamps;

    RejectOrders(OrderDecisions decisions, Timestamps timestamps) {
        this.decisions = decisions;
        this.timestamps = timestamps;
    }

    @Transactional
    public void handle(List<Received<RejectOrder>> commands) {
        decisions.decide(commands, this::decide);
    }

    private Decision decide(Order order, RejectOrder command) {
        return new Decision(
                order.reject(command.reason(), timestamps.now()),
                new RejectOrderSucceeded(command.sagaId(), command.orderId()));
    }
}
