package io.fulfilment.payment.query;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The read model. */
public interface PaymentViews {

    /**
     * Which payments are asked for, newest first.
     *
     * @param customerId only hers; null for everybody's
     * @param before only payments that are older than this one
     */
    record Criteria(
            @Nullable CustomerId customerId,
            @Nullable OrderId orderId,
            @Nullable PaymentId before) {}

    /** Writes these over what was known of the same payments. */
    void save(Collection<PaymentView> views);

    List<PaymentView> find(Criteria criteria, int limit);

    Optional<PaymentView> find(PaymentId paymentId);
}
