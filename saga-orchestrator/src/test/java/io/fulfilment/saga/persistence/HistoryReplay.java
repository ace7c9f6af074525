package io.fulfilment.saga.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Message;
import io.fulfilment.events.Reply;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.catalogue.Contracts;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.persistence.RecordedHistory.Input;
import io.fulfilment.saga.persistence.RecordedHistory.Row;
import io.fulfilment.saga.persistence.RecordedHistory.Turn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lives a recorded history again, in one go and from each row that it left. */
final class HistoryReplay<D> {

    /** What is said and logged today beside what the first version's histories tell of. */
    private static final Set<String> SINCE_THE_FIRST = Set.of("Resumed", "OperatorActed", "StepGivenUp", "RESUMED");
    /** Was stored once, though it follows from the rest. */
    private static final String DERIVED = "open";

    private final SagaJson json = new SagaJson();
    private final SagaDefinition<D> definition;
    private final RecordedHistory history;

    HistoryReplay(SagaDefinition<D> definition, RecordedHistory history) {
        this.definition = definition;
        this.history = history;
    }

    void check() {
        var saga = SagaInstance.of(
                definition, history.sagaId(), json.read(history.data().toString(), definition.dataType()));
        liveOn(saga, 0);
        var data = history.data();
        for (int i = 0; i < history.turns().size(); i++) {
            var turn = history.turns().get(i);
            var row = turn.row();
            if (row != null) {
                data = row.data() == null ? data : row.data();
                liveOn(stored(turn, row, data), i + 1);
            }
        }
    }

    private void liveOn(SagaInstance<D> from, int first) {
        var saga = from;
        for (int i = first; i < history.turns().size(); i++) {
            var then = history.turns().get(i);
            var transition = SagaEngine.apply(definition, saga, input(then.input()), then.at());
            var today = HistoryRecorder.turn(input(then.input()), then.at(), saga, transition, json);
            compare("turn " + i + " from row " + first, then, today);
            saga = transition.instance();
        }
    }

    private void compare(String where, Turn then, Turn today) {
        assertThat(today.status()).as(where).isEqualTo(then.status());
        assertThat(today.deadline()).as(where).isEqualTo(then.deadline());
        assertThat(today.sent()).as(where).isEqualTo(then.sent());
        assertThat(known(today.milestones())).as(where).isEqualTo(then.milestones());
        assertThat(known(today.log())).as(where).isEqualTo(then.log());
        var row = then.row();
        if (row != null) {
            var stored = Objects.requireNonNull(today.row(), where + " changes nothing today");
            compare(where + " state", row.state(), stored.state());
            compare(where + " data", row.data(), stored.data());
        }
    }

    /** Everything that was stored then is stored today; there may be more. */
    private static void compare(String where, @Nullable JsonNode then, @Nullable JsonNode today) {
        if (then == null || !then.isContainer()) {
            assertThat(today).as(where).isEqualTo(then);
        } else if (then.isArray()) {
            assertThat(Objects.requireNonNull(today).size()).as(where).isEqualTo(then.size());
            for (int i = 0; i < then.size(); i++) {
                compare(where + "/" + i, then.get(i), today.get(i));
            }
        } else {
            then.propertyNames().stream()
                    .filter(name -> !name.equals(DERIVED))
                    .forEach(name -> compare(
                            where + "/" + name,
                            then.get(name),
                            Objects.requireNonNull(today).get(name)));
        }
    }

    private List<String> known(List<String> today) {
        boolean isFirst = history.type().equals("order-fulfilment") && history.version() == 1;
        return today.stream()
                .filter(each -> !isFirst || !SINCE_THE_FIRST.contains(each.split(" ")[0]))
                .toList();
    }

    private SagaInstance<D> stored(Turn turn, Row row, JsonNode data) {
        var state = json.read(row.state().toString(), SagaJson.State.class);
        return new SagaInstance<>(
                history.sagaId(),
                definition.type(),
                definition.version(),
                turn.status(),
                json.read(data.toString(), definition.dataType()),
                state.runs(turn.deadline()),
                state.course(),
                turn.deadline());
    }

    private SagaInput input(Input input) {
        return switch (input.kind()) {
            case "STARTED" -> new SagaInput.Started();
            case "TIMER" -> new SagaInput.TimerFired();
            case "REPLY" -> new SagaInput.ReplyReceived(id(input), input.causationId(), reply(input));
            case "CANCELLATION" -> new SagaInput.CancellationRequested(id(input));
            case "IMBALANCE" -> new SagaInput.OutOfBalance(id(input), "too good to be true");
            case "OPERATOR" ->
                new SagaInput.OperatorActed(
                        OperatorAct.valueOf(Objects.requireNonNull(input.act())), "olivia", "because");
            default -> throw new IllegalArgumentException(input.kind());
        };
    }

    private static UUID id(Input input) {
        return Objects.requireNonNull(input.messageId());
    }

    private Reply reply(Input input) {
        Class<? extends Message> type = Contracts.all().stream()
                .filter(message -> TypeName.of(message).name().equals(input.type()))
                .findFirst()
                .orElseThrow();
        return (Reply) json.read(Objects.requireNonNull(input.body()).toString(), type);
    }
}
