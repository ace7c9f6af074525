package io.fulfilment.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotified;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotifiedV1;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.notification.NotificationKindV1;
import io.fulfilment.events.payment.PaymentEvent.PaymentDeclined;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.Placements;
import io.fulfilment.order.application.PlaceOrder;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.order.query.OrderView;
import io.fulfilment.order.query.OrderViews;
import io.fulfilment.order.query.PaymentStatus;
import io.fulfilment.order.query.StockStatus;
import io.fulfilment.testing.Peer;
import io.fulfilment.testing.ServiceIT;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class ReceivedEventsIT {

    private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");

    @Autowired
    private PlaceOrder placeOrder;

    @Autowired
    private PriceList priceList;

    @Autowired
    private OrderViews views;

    @Autowired
    private MeterRegistry meters;

    @Test
    void followsNamesAndPrices() {
        var sku = new Sku("SKU-" + UUID.randomUUID());
        try (var inventory = new Peer("inventory-service")) {
            inventory.send(new ProductPriced(sku, "Chair", Money.of("45.00", "EUR")));
            inventory.send(new StockAdjusted(sku, 100, "delivery"));
            inventory.send(new ProductPriced(sku, "Chair, oak", Money.of("49.50", "EUR")));
        }
        var latest = new PricedProduct(sku, "Chair, oak", Money.of("49.50", "EUR"));
        await().untilAsserted(() -> assertThat(priceList.entries(List.of(sku))).containsValue(latest));
        assertThat(meters.get("price.list.products").gauge().value()).isEqualTo(priceList.size());
    }

    @Test
    void showsWhatTheOtherServicesState() {
        OrderId order = Placements.place(placeOrder, priceList);
        try (var peer = new Peer("somebody")) {
            peer.send(new StockReserved(order, List.of()));
            peer.send(new PaymentDeclined(new PaymentId(UUID.randomUUID()), order, "no funds", AT));
            peer.send(new CustomerNotifiedV1(order, NotificationKindV1.ORDER_REJECTED, AT));
            peer.send(new CustomerNotified(order, NotificationKind.ORDER_CANCELLED, AT.plusSeconds(1)));
        }
        await().untilAsserted(() -> {
            var view = views.find(order).orElseThrow();
            assertThat(view.stock().status()).isEqualTo(StockStatus.RESERVED);
            assertThat(view.payment().status()).isEqualTo(PaymentStatus.DECLINED);
            assertThat(view.notifications())
                    .containsExactly(
                            sent(NotificationKind.ORDER_REJECTED, AT),
                            sent(NotificationKind.ORDER_CANCELLED, AT.plusSeconds(1)));
        });
    }

    private static OrderView.Notification sent(NotificationKind kind, Instant at) {
        return new OrderView.Notification(kind, OrderView.Notification.Status.SENT, at);
    }
}
