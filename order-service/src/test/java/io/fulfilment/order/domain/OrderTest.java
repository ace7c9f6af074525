package io.fulfilment.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderCancelled;
import io.fulfilment.events.order.OrderEvent.OrderCompleted;
import io.fulfilment.events.order.OrderEvent.OrderConfirmed;
import io.fulfilment.events.order.OrderEvent.OrderRejected;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant PLACED = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LATER = PLACED.plusSeconds(5);
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final OrderId ID = new OrderId(new UUID(1, 2));

    private final Order order = placed();

    @Test
    void isPendingOncePlaced() {
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.reason()).isEmpty();
    }

    @Test
    void tellsWhatWasOrderedAtWhichPrice() {
        var placed = order.placed(new PaymentInstrument(PaymentInstrument.Method.CARD, "tok_ok"));
        assertThat(placed.orderId()).isEqualTo(ID);
        assertThat(placed.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.unitPrice()).isEqualTo(Money.of("9.99", "EUR")));
        assertThat(placed.total()).isEqualTo(Money.of("19.98", "EUR"));
        assertThat(placed.placedAt()).isEqualTo(PLACED);
    }

    @Test
    void goesFromPendingOverConfirmedToCompleted() {
        assertThat(order.confirm(LATER)).contains(new OrderConfirmed(ID, LATER));
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.complete(LATER)).contains(new OrderCompleted(ID, LATER));
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void isRejectedWithAReason() {
        assertThat(order.reject(RejectionReason.OUT_OF_STOCK, LATER))
                .contains(new OrderRejected(ID, RejectionReason.OUT_OF_STOCK, LATER));
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.reason()).contains(RejectionReason.OUT_OF_STOCK);
    }

    @Test
    void keepsTheFirstReason() {
        order.reject(RejectionReason.OUT_OF_STOCK, LATER);
        assertThat(order.reject(RejectionReason.OPERATOR, LATER)).isEmpty();
        assertThat(order.reason()).contains(RejectionReason.OUT_OF_STOCK);
    }

    @Test
    void tellsWhoWantsItCancelledAndWhy() {
        assertThat(order.requestCancellation("ada", "too dear", LATER, WINDOW))
                .contains(new OrderCancellationRequested(ID, "ada", "too dear", LATER));
        assertThat(order.isCancelledUnconfirmed()).isTrue();
        assertThat(order.cancel(LATER)).contains(new OrderCancelled(ID, LATER));
        assertThat(order.isCancelledUnconfirmed()).isTrue();
    }

    @Test
    void remembersThatItWasConfirmedBeforeItWasCancelled() {
        order.confirm(LATER);
        order.requestCancellation("ada", "too dear", LATER, WINDOW);
        assertThat(order.isCancelledUnconfirmed()).isFalse();
    }

    @Test
    void canBeCancelledForAWhileAfterItsCompletion() {
        order.confirm(LATER);
        order.complete(LATER);
        Instant last = LATER.plus(WINDOW);
        assertThatExceptionOfType(CancellationRefused.class)
                .isThrownBy(() -> order.requestCancellation("ada", "too dear", last.plusNanos(1), WINDOW))
                .satisfies(refusal -> assertThat(refusal.explanation()).contains("until " + last));
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.requestCancellation("ada", "too dear", last, WINDOW)).isPresent();
    }

    @Test
    void canBeCancelledHoweverLongItTakesToComplete() {
        Instant late = LATER.plus(WINDOW).plus(WINDOW);
        assertThat(order.requestCancellation("ada", "too dear", late, WINDOW)).isPresent();
    }

    @Test
    void saysAtWhichEndItCannotBeCancelled() {
        order.reject(RejectionReason.OUT_OF_STOCK, LATER);
        assertThatExceptionOfType(CancellationRefused.class)
                .isThrownBy(() -> order.requestCancellation("ada", "too dear", LATER, WINDOW))
                .satisfies(refusal -> assertThat(refusal.explanation()).isEqualTo("the order is REJECTED"));
    }

    static Order placed() {
        var sku = new Sku("SKU-0001");
        var basket = new Basket(List.of(new StockLine(sku, new Quantity(2))));
        var placement = new Placement(
                new CustomerId("ada"),
                basket,
                new PaymentInstrument(PaymentInstrument.Method.CARD, "tok_ok"),
                "ada@example.com",
                new ShippingAddress("Ada", "Street 1", "London", "N1", "GB"));
        var prices = Map.of(sku, new PricedProduct(sku, "Lamp", Money.of("9.99", "EUR")));
        return Order.place(ID, placement, basket.at(prices), PLACED);
    }
}
