package io.fulfilment.saga.application;

import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderReply.ConfirmOrderSucceeded;
import io.fulfilment.events.payment.PaymentCommand.AuthorizePayment;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentReply.AuthorizePaymentSucceeded;
import io.fulfilment.events.payment.PaymentReply.CapturePaymentRefused;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.saga.engine.Status;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sagas that are parked for the same reason, told from all others by their error. */
public class ParkedSagas {

    private final StartingFulfilment starting;
    private final AdvancingSagas advancing;
    private final RecordingOutbox outbox;
    private final JdbcClient jdbc;

    ParkedSagas(StartingFulfilment starting, AdvancingSagas advancing, RecordingOutbox outbox, JdbcClient jdbc) {
        this.starting = starting;
        this.advancing = advancing;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** One that is parked because its capture was refused. */
    Talk one(String error) {
        return talk().start()
                .answer(ReserveStock.class, ReserveStockSucceeded::new)
                .answer(AuthorizePayment.class, AuthorizePaymentSucceeded::new)
                .answer(ConfirmOrder.class, ConfirmOrderSucceeded::new)
                .answer(CapturePayment.class, (saga, order) -> new CapturePaymentRefused(saga, order, error));
    }

    /** So many that are parked for a reason of their own, which is returned. */
    public String many(int count) {
        var error = "so it is " + UUID.randomUUID();
        multiply(one(error), count);
        return error;
    }

    /** They all ask for the same order. */
    void multiply(Talk one, int count) {
        jdbc.sql("""
                INSERT INTO saga_instance (saga_id, type, definition_version, order_id, correlation_id, status, step, error, data,
                  state, version)
                SELECT gen_random_uuid(), type, definition_version, gen_random_uuid(), correlation_id, status, step, error, data,
                  state, version
                FROM saga_instance CROSS JOIN generate_series(2, ?) WHERE order_id = ?
                """).params(count, one.order().value()).update();
    }

    Talk talk() {
        return new Talk(new OrderId(UUID.randomUUID()), starting, advancing, outbox, jdbc);
    }

    public static SagaFilter with(@Nullable String error) {
        return new SagaFilter(Set.of(Status.PARKED), null, null, null, null, null, error);
    }
}
