package io.fulfilment.order.messaging;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.notification.NotificationEvent;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.events.order.OrderReply;
import io.fulfilment.events.payment.PaymentEvent;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.order.application.DecidingOrders;
import io.fulfilment.order.application.UpdatePriceList;
import io.fulfilment.order.query.OrderViewProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one page that says what this service listens to, and what it says. */
@Configuration(proxyBeanMethods = false)
class OrderMessaging {

    @Bean
    MessageHandlers orderCommands(DecidingOrders deciding) {
        return MessageHandlers.with()
                .batch(OrderCommand.class, deciding::handle)
                .build();
    }

    @Bean
    MessageHandlers productEvents(UpdatePriceList priceList) {
        return MessageHandlers.with().batch(ProductPriced.class, priceList::on).build();
    }

    /** The view gathers what comes one by one and writes it once for the batch. */
    @Bean
    MessageHandlers fulfilmentEvents(OrderViewProjection view) {
        return MessageHandlers.with()
                .each(ReservationEvent.class, view::on)
                .each(PaymentEvent.class, received -> view.on(received.message()))
                .each(NotificationEvent.class, received -> view.on(received.message()))
                .build();
    }

    @Bean
    Publishes publishes() {
        return Publishes.of(OrderEvent.class, OrderReply.class);
    }
}
