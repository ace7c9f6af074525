package io.fulfilment.saga.persistence;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.saga.engine.Effect;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Transition;
import io.fulfilment.saga.persistence.RecordedHistory.Input;
import io.fulfilment.saga.persistence.RecordedHistory.Row;
import io.fulfilment.saga.persistence.RecordedHistory.Sent;
import io.fulfilment.saga.persistence.RecordedHistory.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes down a saga's turns. */
final class HistoryRecorder {

    private final SagaJson json = new SagaJson();
    private final List<Turn> turns = new ArrayList<>();
    private final SagaInstance<?> first;

    HistoryRecorder(SagaInstance<?> first) {
        this.first = first;
    }

    void saw(SagaInstance<?> before, SagaInput input, Instant at, Transition<?> transition) {
        turns.add(turn(input, at, before, transition, json));
    }

    RecordedHistory history() {
        return new RecordedHistory(
                first.type(), first.definitionVersion(), first.id(), tree(json.write(first.data())), turns);
    }

    static Turn turn(SagaInput input, Instant at, SagaInstance<?> before, Transition<?> transition, SagaJson json) {
        var after = transition.instance();
        var data = after.data().equals(before.data()) ? null : tree(json.write(after.data()));
        return new Turn(
                at,
                input(input, json),
                after.status(),
                after.deadline(),
                only(Effect.SendCommand.class, transition)
                        .map(sent -> new Sent(sent.id(), nameOf(sent.command().getClass())))
                        .toList(),
                Stream.concat(
                                only(Effect.Publish.class, transition)
                                        .map(published ->
                                                published.milestone().getClass().getSimpleName()),
                                only(Effect.Follow.class, transition).map(_ -> "Follow"))
                        .toList(),
                only(Effect.Log.class, transition)
                        .map(Effect.Log::entry)
                        .map(entry -> entry.step() == null ? entry.kind().name() : entry.kind() + " " + entry.step())
                        .toList(),
                after.equals(before) ? null : new Row(data, tree(json.write(SagaJson.State.of(after)))));
    }

    private static Input input(SagaInput input, SagaJson json) {
        return switch (input) {
            case SagaInput.Started() -> new Input("STARTED", null, null, null, null, null);
            case SagaInput.TimerFired() -> new Input("TIMER", null, null, null, null, null);
            case SagaInput.ReplyReceived(var id, var cause, var reply) ->
                new Input("REPLY", id, cause, nameOf(reply.getClass()), tree(json.write(reply)), null);
            case SagaInput.CancellationRequested(var id) -> new Input("CANCELLATION", id, null, null, null, null);
            case SagaInput.OutOfBalance found -> new Input("IMBALANCE", found.messageId(), null, null, null, null);
            case SagaInput.OperatorActed acted ->
                new Input("OPERATOR", null, null, null, null, acted.act().name());
        };
    }

    private static <E extends Effect> Stream<E> only(Class<E> kind, Transition<?> transition) {
        return transition.effects().stream().filter(kind::isInstance).map(kind::cast);
    }

    // Without the version: a command that was sent in one version may be sent in the next today.
    private static String nameOf(Class<? extends Message> message) {
        return TypeName.of(message).name();
    }

    private static JsonNode tree(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
