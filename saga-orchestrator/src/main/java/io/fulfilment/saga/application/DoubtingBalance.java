package io.fulfilment.saga.application;

import io.fulfilment.events.order.OrderEvent.OrderOutOfBalance;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.fulfilment.OrderCancellation;
import io.fulfilment.saga.fulfilment.OrderFulfilment;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has somebody look at sagas whose end doesn't fit what was done. */
@Service
public class DoubtingBalance {

    /** The last saga of an order is the one that answers for its end. */
    private static final List<String> TYPES =
            List.of(OrderCancellation.DEFINITION.type(), OrderFulfilment.DEFINITION.type());

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    DoubtingBalance(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    @Transactional
    public void handle(List<Received<OrderOutOfBalance>> findings) {
        var orders = findings.stream()
                .map(finding -> finding.message().orderId())
                .distinct()
                .toList();
        var works = new Works<>(instances.lockOf(orders), OrderSaga::of, ids);
        for (Received<OrderOutOfBalance> found : findings) {
            apply(found, works);
        }
        journal.record(works.touched());
    }

    private static void apply(Received<OrderOutOfBalance> found, Works<OrderSaga> works) {
        var order = found.message().orderId();
        var input = new SagaInput.OutOfBalance(
                found.envelope().id(), found.message().finding());
        boolean known = TYPES.stream().anyMatch(type -> works.apply(new OrderSaga(type, order), input, found.cause()));
        if (!known) {
            throw new IllegalStateException("order " + order + " is out of balance, but no saga fulfils it");
        }
    }
}
