package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.domain.Order;
import io.fulfilment.order.domain.Orders;
import io.fulfilment.order.domain.UnknownOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Puts a batch of commands to their orders: one read, one write, and what they answer in one go. */
@Component
class OrderDecisions {

    private final Orders orders;
    private final Announcements announcements;

    OrderDecisions(Orders orders, Announcements announcements) {
        this.orders = orders;
        this.announcements = announcements;
    }

    /**
     * Decides each command and announces the facts and replies.
     *
     * @throws UnknownOrder if a command names an order that was never placed
     */
    <C extends OrderCommand> void decide(List<Received<C>> commands, BiFunction<Order, C, Decision> rule) {
        var byId = orders.withIds(
                commands.stream().map(command -> command.message().orderId()).toList());
        var messages = new ArrayList<Outgoing>();
        var decided = new ArrayList<Decided>();
        for (Received<C> command : commands) {
            Order order = Objects.requireNonNull(byId.get(command.message().orderId()));
            Decision decision = rule.apply(order, command.message());
            decision.fact().ifPresent(fact -> {
                messages.add(announcements.outgoing(fact, command.cause()));
                decided.add(new Decided(order, fact));
            });
            messages.add(announcements.outgoing(decision.reply(), command.cause()));
        }
        orders.store();
        announcements.announce(messages, decided.stream().map(Decided::fact).toList());
    }

    /** A fact that gets its version when the order is stored. */
    private record Decided(Order order, OrderEvent event) {

        OrderFact fact() {
            return new OrderFact(event, order.version());
        }
    }
}
