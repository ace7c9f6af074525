package io.fulfilment.saga.fulfilment;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.saga.engine.Effect.SendCommand;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Where the sagas of one order live. */
public interface Host {

    /** Those that have begun, in that order. */
    List<SagaInstance<?>> sagas();

    void place(OrderPlaced order);

    void give(UUID saga, SagaInput input);

    /** The process dies in the midst of it: nothing of it remains. */
    void giveInVain(UUID saga, SagaInput input);

    /** Lets time pass until the saga's timer fires, if it has one, and so much more. */
    void passTime(UUID saga, Duration more);

    /** What was sent since the last time that somebody asked. */
    List<SendCommand> sent();
}
