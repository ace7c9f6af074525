package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saga, whole.
 *
 * @param version how often it was stored: an act can be made to depend on it
 * @param failure why it is compensated
 * @param cancelled whether its order is to be cancelled
 * @param deadline until when it waits for an answer before it acts
 * @param explanation where it stands and why, a sentence each
 * @param choices what an operator can have done to it as it stands
 */
public record SagaView(
        UUID sagaId,
        String type,
        int definitionVersion,
        UUID orderId,
        int version,
        Status status,
        @Nullable Failure failure,
        boolean cancelled,
        @Nullable Instant deadline,
        List<String> explanation,
        List<Choice> choices,
        List<StepView> steps,
        List<LogLine> log) {

    /** What the choices are, without what they would do. */
    public List<OperatorAct> acts() {
        return choices.stream().map(Choice::act).toList();
    }

    /** Of a saga as it was read, with its log. */
    public static <D> SagaView of(
            SagaDefinition<D> definition, SagaInstance<D> saga, UUID orderId, int version, List<LogLine> log) {
        var lines = new LogLines(log);
        return new SagaView(
                saga.id(),
                saga.type(),
                saga.definitionVersion(),
                orderId,
                version,
                saga.status(),
                saga.failure(),
                saga.course().cancelled(),
                saga.deadline(),
                Explanation.of(definition, saga, lines),
                Choices.of(definition, saga, lines.end()),
                StepView.of(definition, saga),
                log);
    }
}
