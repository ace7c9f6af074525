package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderCommand.CancelOrder;
import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.order.OrderEvent.StatusEvent;
import io.fulfilment.events.order.OrderReply.CancelOrderSucceeded;
import io.fulfilment.events.order.OrderReply.CompleteOrderSucceeded;
import io.fulfilment.events.order.OrderReply.ConfirmOrderRefused;
import io.fulfilment.events.order.OrderReply.ConfirmOrderSucceeded;
import io.fulfilment.events.order.OrderReply.RejectOrderRefused;
import io.fulfilment.events.order.OrderReply.RejectOrderSucceeded;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.domain.Order;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.domain.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the saga's commands to their orders: for a whole batch one read, one write, and what they answer in one go. */
@Service
public class DecidingOrders {

    private static final String CANCELLED = "the order is being cancelled";

    private final Orders orders;
    private final Announcements announcements;
    private final Timestamps timestamps;

    DecidingOrders(Orders orders, Announcements announcements, Timestamps timestamps) {
        this.orders = orders;
        this.announcements = announcements;
        this.timestamps = timestamps;
    }

    /**
     * Decides each command and announces the facts and replies.
     *
     * @param commands at most one for each order
     * @throws io.fulfilment.order.domain.UnknownOrder if a command names an order that was never placed
     */
    @Transactional
    public void handle(List<Received<OrderCommand>> commands) {
        var byId = orders.withIds(
                commands.stream().map(command -> command.message().orderId()).toList());
        var messages = new ArrayList<Outgoing>();
        var decided = new ArrayList<Decided>();
        for (Received<OrderCommand> command : commands) {
            Order order = Objects.requireNonNull(byId.get(command.message().orderId()));
            Decision decision = decide(order, command.message());
            decision.fact().ifPresent(fact -> {
                messages.add(announcements.outgoing(fact, command.cause()));
                decided.add(new Decided(order, fact));
            });
            messages.add(announcements.outgoing(decision.reply(), command.cause()));
        }
        orders.store();
        announcements.announce(messages, decided.stream().map(Decided::fact).toList());
    }

    private Decision decide(Order order, OrderCommand command) {
        return switch (command) {
            // Somebody else has decided; the saga compensates.
            case ConfirmOrder(var saga, var id)
            when order.status() == OrderStatus.REJECTED ->
                new Decision(Optional.empty(), new ConfirmOrderRefused(saga, id, "the order is rejected"));
            case ConfirmOrder(var saga, var id)
            when order.isCancelledUnconfirmed() ->
                new Decision(Optional.empty(), new ConfirmOrderRefused(saga, id, CANCELLED));
            case ConfirmOrder(var saga, var id) ->
                new Decision(order.confirm(timestamps.now()), new ConfirmOrderSucceeded(saga, id));
            // The saga has failed anyway: the end that the customer asked for stands.
            case RejectOrder(var saga, var id, var _)
            when order.isCancelledUnconfirmed() ->
                new Decision(Optional.empty(), new RejectOrderRefused(saga, id, CANCELLED));
            case RejectOrder(var saga, var id, var reason) ->
                new Decision(order.reject(reason, timestamps.now()), new RejectOrderSucceeded(saga, id));
            case CompleteOrder(var saga, var id) ->
                new Decision(order.complete(timestamps.now()), new CompleteOrderSucceeded(saga, id));
            case CancelOrder(var saga, var id) ->
                new Decision(order.cancel(timestamps.now()), new CancelOrderSucceeded(saga, id));
        };
    }

    /** A fact that gets its version when the order is stored. */
    private record Decided(Order order, StatusEvent event) {

        OrderFact fact() {
            return new OrderFact(event, order.version());
        }
    }
}
