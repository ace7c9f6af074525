package io.fulfilment.payment.query;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.payment.domain.PaymentHistory;
import io.fulfilment.payment.domain.StoredEvent;
import io.fulfilment.payment.query.PaymentViews.Criteria;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers questions about payments. Where a customer is given, other customers' payments don't exist.
 */
@Component
public class PaymentQueries {

    private final PaymentViews views;
    private final RecordedEvents histories;

    PaymentQueries(PaymentViews views, RecordedEvents histories) {
        this.views = views;
        this.histories = histories;
    }

    public List<PaymentView> find(Criteria criteria, int limit) {
        return views.find(criteria, limit);
    }

    public Optional<PaymentView> find(PaymentId paymentId, @Nullable CustomerId customerId) {
        return views.find(paymentId).filter(it -> customerId == null || customerId.equals(it.customerId()));
    }

    /** What had happened by that instant, and what the payment was then. */
    @Transactional(readOnly = true)
    public Optional<PaymentHistoryAt> history(PaymentId paymentId, @Nullable CustomerId customerId, Instant at) {
        return find(paymentId, customerId).map(payment -> {
            List<RecordedEvent> events = histories.of(payment.orderId()).stream()
                    .filter(event -> !event.at().isAfter(at))
                    .toList();
            List<StoredEvent> stored = events.stream().map(RecordedEvent::data).toList();
            return new PaymentHistoryAt(paymentId, at, PaymentProjection.of(PaymentHistory.fold(stored)), events);
        });
    }
}
