package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saga, whole.
 *
 * @param failure why it is compensated
 * @param cancelled whether its order is to be cancelled
 * @param deadline until when it waits for the present step's answer before it acts
 * @param choices what an operator can have done to it as it stands
 */
public record SagaView(
        UUID sagaId,
        String type,
        int definitionVersion,
        UUID orderId,
        Status status,
        @Nullable Failure failure,
        boolean cancelled,
        @Nullable Instant deadline,
        Set<OperatorAct> choices,
        List<StepView> steps,
        List<LogLine> log) {}
