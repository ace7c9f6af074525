package io.fulfilment.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.payment.PaymentCommand.AuthorizePayment;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.ShippingAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Messages end up in logs and exceptions by their {@code toString()}; people must not. */
class PersonalDataTest {

    private static final OrderId ORDER = new OrderId(new UUID(1, 1));
    private static final SagaId SAGA = new SagaId(new UUID(2, 2));
    private static final Money AMOUNT = Money.of("19.99", "EUR");
    private static final CustomerId CUSTOMER = new CustomerId("secret-customer");
    private static final PaymentInstrument CARD = new PaymentInstrument(PaymentInstrument.Method.CARD, "secret-token");
    private static final ShippingAddress ADDRESS =
            new ShippingAddress("secret-name", "secret-street", "secret-city", "secret-code", "GB");

    @Test
    void isNotInTheTextOfAMessageOrValue() {
        var placed =
                new OrderPlaced(ORDER, CUSTOMER, List.of(), AMOUNT, CARD, "secret@example.com", ADDRESS, Instant.EPOCH);
        var authorize = new AuthorizePayment(SAGA, ORDER, CUSTOMER, AMOUNT, CARD);
        var notify = new NotifyCustomer(
                SAGA, ORDER, CUSTOMER, NotificationKind.ORDER_COMPLETED, "secret@example.com", List.of(), AMOUNT, null);

        assertThat(List.of(placed, authorize, notify, CARD, ADDRESS))
                .extracting(Object::toString)
                .noneMatch(text -> text.contains("secret"));
        assertThat(List.of(placed, authorize, notify))
                .extracting(Object::toString)
                .allMatch(text -> text.contains(ORDER.toString()));
    }
}
