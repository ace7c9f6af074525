package io.fulfilment.order.messaging;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationRefused;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotificationFailed;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotified;
import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.payment.PaymentEvent.PaymentAuthorized;
import io.fulfilment.events.payment.PaymentEvent.PaymentCaptured;
import io.fulfilment.events.payment.PaymentEvent.PaymentDeclined;
import io.fulfilment.events.payment.PaymentEvent.PaymentVoided;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.order.application.CompleteOrders;
import io.fulfilment.order.application.ConfirmOrders;
import io.fulfilment.order.application.RejectOrders;
import io.fulfilment.order.application.UpdatePriceList;
import io.fulfilment.order.query.OrderViewProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one page that says what this service listens to. */
@Configuration(proxyBeanMethods = false)
class OrderMessaging {

    @Bean
    MessageHandlers orderCommands(ConfirmOrders confirm, RejectOrders reject, CompleteOrders complete) {
        return MessageHandlers.with()
                .batch(ConfirmOrder.class, confirm::handle)
                .batch(RejectOrder.class, reject::handle)
                .batch(CompleteOrder.class, complete::handle)
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
                .each(StockReserved.class, view::on)
                .each(StockReservationRefused.class, view::on)
                .each(StockReleased.class, view::on)
                .each(StockDispatched.class, view::on)
                .each(PaymentAuthorized.class, received -> view.on(received.message()))
                .each(PaymentDeclined.class, received -> view.on(received.message()))
                .each(PaymentCaptured.class, received -> view.on(received.message()))
                .each(PaymentVoided.class, received -> view.on(received.message()))
                .each(CustomerNotified.class, received -> view.on(received.message()))
                .each(CustomerNotificationFailed.class, received -> view.on(received.message()))
                .build();
    }
}
