package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.SagaId;
import io.fulfilment.saga.engine.Effect;
import io.fulfilment.saga.engine.Effect.SendCommand;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.engine.SagaInput.ReplyReceived;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.engine.TransitionRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A saga's life in a world where messages are lost, doubled and overtaken, timers fire at the worst moment and operators
 * meddle; after a while the world is healed. A seed gives the same life again.
 */
final class History {

    /** What the world did to the saga; counted, so that a test can see that it happened. */
    enum Fault {
        DROPPED,
        DOUBLED,
        OVERTAKEN,
        TIMER,
        OPERATOR,
        UNANSWERED,
        PARKED
    }

    private final Random random;
    private final SimulatedParticipants participants;
    private final int impatience;
    private final List<SendCommand> commands = new ArrayList<>();
    private final List<ReplyReceived> replies = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private SagaInstance<Fulfilment> saga;

    History(long seed) {
        random = new Random(seed);
        participants = new SimulatedParticipants(random);
        impatience = random.nextInt(3) == 0 ? 60 : 1;
        var id = new UUID(random.nextLong(), random.nextLong());
        var order = new UUID(random.nextLong(), random.nextLong());
        var data = Fulfilment.of(new SagaId(id), Example.order(order));
        saga = SagaInstance.of(OrderFulfilment.DEFINITION, id, data);
    }

    /** Lives it to its end. */
    void run() {
        apply(new SagaInput.Started());
        for (int event = random.nextInt(60); event > 0; event--) {
            disturb();
        }
        for (int event = 0; !isOver(); event++) {
            assertThat(event).as("events after the world was healed").isLessThan(1_000);
            heal();
        }
        FulfilmentRules.checkEnd(saga, participants);
    }

    Status status() {
        return saga.status();
    }

    Map<Fault, Integer> faults() {
        return faults;
    }

    private boolean isOver() {
        return saga.status().isFinal() && commands.isEmpty() && replies.isEmpty();
    }

    // In some lives the participants are away for so long that the saga runs out of attempts.
    private void disturb() {
        if (random.nextInt(20 + impatience) < impatience) {
            fireTimer();
        } else {
            disturbMessages();
        }
    }

    private void disturbMessages() {
        switch (random.nextInt(20)) {
            case 0 -> operatorActs(random.nextBoolean() ? OperatorAct.RETRY : OperatorAct.COMPENSATE);
            case 1, 2, 3 -> drop(commands);
            case 4, 5 -> drop(replies);
            case 6 -> repeat(commands);
            case 7 -> repeat(replies);
            case 8, 9, 10, 11, 12, 13 -> deliverCommand();
            default -> deliverReply();
        }
    }

    private void heal() {
        if (!commands.isEmpty()) {
            deliverCommand();
        } else if (!replies.isEmpty()) {
            deliverReply();
        } else if (saga.status() == Status.PARKED) {
            operatorActs(OperatorAct.RETRY);
        } else {
            fireTimer();
        }
    }

    private void deliverCommand() {
        if (!commands.isEmpty()) {
            var command = anyOf(commands);
            var reply = participants.handle(command.command());
            replies.add(new ReplyReceived(new UUID(random.nextLong(), random.nextLong()), command.id(), reply));
        }
    }

    private void deliverReply() {
        if (!replies.isEmpty()) {
            apply(anyOf(replies));
        }
    }

    private <T> T anyOf(List<T> messages) {
        int index = random.nextInt(messages.size());
        if (index > 0) {
            count(Fault.OVERTAKEN);
        }
        return messages.remove(index);
    }

    private void drop(List<?> messages) {
        if (!messages.isEmpty()) {
            messages.remove(random.nextInt(messages.size()));
            count(Fault.DROPPED);
        }
    }

    private <T> void repeat(List<T> messages) {
        if (!messages.isEmpty()) {
            messages.add(messages.get(random.nextInt(messages.size())));
            count(Fault.DOUBLED);
        }
    }

    private void fireTimer() {
        if (saga.status().hasTimer()) {
            now = Objects.requireNonNull(saga.deadline());
            count(Fault.TIMER);
        }
        apply(new SagaInput.TimerFired());
    }

    private void operatorActs(OperatorAct act) {
        if (SagaEngine.choices(OrderFulfilment.DEFINITION, saga).contains(act)) {
            count(Fault.OPERATOR);
        }
        apply(new OperatorActed(act, "olivia", "because"));
    }

    private void count(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    private void countUnanswered(SagaInstance<Fulfilment> after) {
        if (after.status() == Status.PARKED && saga.status() != Status.PARKED) {
            count(Fault.PARKED);
        }
        var failure = after.failure();
        if (failure != null && saga.failure() == null && failure.reason().equals(Failure.TIMED_OUT)) {
            count(Fault.UNANSWERED);
        }
    }

    private void apply(SagaInput input) {
        now = now.plusMillis(random.nextInt(50));
        var transition = SagaEngine.apply(OrderFulfilment.DEFINITION, saga, input, now);
        TransitionRules.check(saga, transition);
        countUnanswered(transition.instance());
        saga = transition.instance();
        FulfilmentRules.checkPath(saga);
        for (Effect effect : transition.effects()) {
            if (effect instanceof SendCommand command) {
                assertThat(ids.add(command.id())).as("a fresh id").isTrue();
                commands.add(command);
            }
        }
    }
}
