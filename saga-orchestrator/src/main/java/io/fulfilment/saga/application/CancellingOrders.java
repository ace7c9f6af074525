package io.fulfilment.saga.application;

import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.fulfilment.OrderFulfilment;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the sagas that fulfil orders that these are to be cancelled. */
@Service
public class CancellingOrders {

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    CancellingOrders(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    /** @throws IllegalStateException if an order has no saga: it was placed on the same topic, before */
    @Transactional
    public void handle(List<Received<OrderCancellationRequested>> requests) {
        var orders = requests.stream()
                .map(request -> request.message().orderId())
                .distinct()
                .toList();
        var works = new Works<>(instances.lockOf(orders), OrderSaga::of, ids);
        for (Received<OrderCancellationRequested> request : requests) {
            var order = request.message().orderId();
            var fulfilment = new OrderSaga(OrderFulfilment.DEFINITION.type(), order);
            var input = new SagaInput.CancellationRequested(request.envelope().id());
            if (!works.apply(fulfilment, input, request.cause())) {
                throw new IllegalStateException("order " + order + " is to be cancelled, but no saga fulfils it");
            }
        }
        journal.record(works.touched());
    }
}
