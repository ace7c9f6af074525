package io.fulfilment.saga.application;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.fulfilment.Fulfilment;
import io.fulfilment.saga.fulfilment.OrderFulfilment;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts a saga for each order that has none yet. */
@Service
public class StartingFulfilment {

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    StartingFulfilment(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    @Transactional
    public void handle(List<Received<OrderPlaced>> orders) {
        var now = instances.now();
        journal.start(orders.stream().map(order -> start(order, now)).toList());
    }

    private SagaWork<Fulfilment> start(Received<OrderPlaced> placed, Instant now) {
        var order = placed.message();
        var definition = OrderFulfilment.DEFINITION;
        var id = ids.next();
        var instance = SagaInstance.of(definition, id, Fulfilment.of(new SagaId(id), order));
        var cause = placed.cause();
        var work = new SagaWork<>(new StoredSaga<>(definition, instance, order.orderId(), StoredSaga.origin(cause), 0));
        work.apply(new SagaInput.Started(), cause, now, ids);
        return work;
    }
}
