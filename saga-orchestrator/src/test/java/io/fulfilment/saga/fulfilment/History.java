package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.saga.engine.Effect.SendCommand;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInput.CancellationRequested;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.engine.SagaInput.ReplyReceived;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * An order's life in a world where messages are lost, doubled and overtaken, timers fire at the worst moment, processes die,
 * customers think better of it and operators meddle; after a while the world is healed. A seed gives the same life again.
 */
public final class History {

    /** What the world did to the sagas; counted, so that a test can see that it happened. */
    public enum Fault {
        DROPPED,
        DOUBLED,
        OVERTAKEN,
        CRASHED,
        TIMER,
        OPERATOR,
        UNANSWERED,
        TOO_LATE,
        EXPIRED,
        PARKED,
        SETTLED,
        UNBALANCED,
        CANCELLED_BEFORE_PIVOT,
        CANCELLED_AFTER_PIVOT,
        CANCELLED_AT_LAST
    }

    /** @param saga that sent it, or is to get it */
    private record Mail<T>(UUID saga, T content) {}

    /** Nobody fires timers meanwhile. */
    private static final Duration ABSENCE = Duration.ofHours(1);

    private final Random random;
    private final SimulatedParticipants participants;
    private final Host host;
    private final int impatience;
    private final List<Mail<SendCommand>> commands = new ArrayList<>();
    private final List<Mail<SagaInput>> inputs = new ArrayList<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

    public History(Random random, Host host) {
        this.random = random;
        this.host = host;
        participants = new SimulatedParticipants(random);
        impatience = random.nextInt(3) == 0 ? 60 : 1;
    }

    /** Lives it to its end. */
    public void run() {
        host.place(Example.order(new UUID(random.nextLong(), random.nextLong())));
        collect(host.sagas().getFirst().id());
        for (int event = random.nextInt(60); event > 0; event--) {
            disturb();
        }
        for (int event = 0; !isOver(); event++) {
            assertThat(event).as("events after the world was healed").isLessThan(1_000);
            heal();
        }
        SagaRules.checkEnd(host.sagas(), participants);
    }

    /** How the order ended, as far as its sagas know. */
    public String end() {
        if (host.sagas().size() > 1) {
            return "CANCELLED";
        }
        return host.sagas().getFirst().failure() == null ? "COMPLETED" : "REJECTED";
    }

    public Map<Fault, Integer> faults() {
        return faults;
    }

    private boolean isOver() {
        return host.sagas().stream().allMatch(saga -> saga.status().isFinal())
                && commands.isEmpty()
                && inputs.isEmpty();
    }

    // In some lives the participants are away for so long that the saga runs out of attempts.
    private void disturb() {
        if (random.nextInt(20 + impatience) < impatience) {
            fireTimer(anySaga());
        } else {
            disturbMessages();
        }
    }

    private void disturbMessages() {
        switch (random.nextInt(25)) {
            case 0 -> operatorActs(anySaga(), OperatorAct.values()[random.nextInt(OperatorAct.values().length)]);
            case 1, 2, 3 -> drop(commands);
            case 4, 5 -> dropReply();
            case 6 -> repeat(commands);
            case 7 -> repeat(inputs);
            case 8 -> cancel();
            case 9 -> crash();
            case 10 -> doubtBalance(anySaga());
            case 24 -> expire();
            case 11, 12, 13, 14, 15, 16, 17 -> deliverCommand();
            default -> deliverInput();
        }
    }

    // Operators are called only for what nothing else moves.
    private void heal() {
        if (!commands.isEmpty()) {
            deliverCommand();
        } else if (!inputs.isEmpty()) {
            deliverInput();
        } else {
            host.sagas().stream()
                    .filter(saga -> saga.deadline() != null)
                    .findFirst()
                    .ifPresentOrElse(this::fireTimer, this::callOperator);
        }
    }

    private void callOperator() {
        var parked = host.sagas().stream()
                .filter(saga -> saga.status() == Status.PARKED)
                .findFirst()
                .orElseThrow();
        boolean atPivot = parked.openRuns().anyMatch(run -> run.step().equals("confirm-order"));
        boolean again = atPivot || !parked.isOver() && random.nextBoolean();
        operatorActs(parked, again ? OperatorAct.RETRY : OperatorAct.RESUME);
    }

    private SagaInstance<?> anySaga() {
        var sagas = host.sagas();
        return sagas.get(random.nextInt(sagas.size()));
    }

    private void deliverCommand() {
        if (!commands.isEmpty()) {
            var command = anyOf(commands);
            SagaReply reply = participants.handle(command.content().command());
            inputs.add(new Mail<>(
                    command.saga(),
                    new ReplyReceived(freshId(), command.content().id(), reply)));
        }
    }

    private void deliverInput() {
        if (!inputs.isEmpty()) {
            var input = anyOf(inputs);
            give(input.saga(), input.content());
        }
    }

    private void crash() {
        if (!inputs.isEmpty()) {
            var input = inputs.get(random.nextInt(inputs.size()));
            host.giveInVain(input.saga(), input.content());
            count(Fault.CRASHED);
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

    // The cancellation comes by the outbox: it may be late, but not lost.
    private void dropReply() {
        if (inputs.stream().allMatch(input -> input.content() instanceof ReplyReceived)) {
            drop(inputs);
        }
    }

    private <T> void repeat(List<T> messages) {
        if (!messages.isEmpty()) {
            messages.add(messages.get(random.nextInt(messages.size())));
            count(Fault.DOUBLED);
        }
    }

    private void cancel() {
        if (random.nextInt(3) == 0 && participants.cancel()) {
            inputs.add(new Mail<>(host.sagas().getFirst().id(), new CancellationRequested(freshId())));
        }
    }

    private void doubtBalance(SagaInstance<?> saga) {
        give(saga.id(), new SagaInput.OutOfBalance(freshId(), "too good to be true"));
    }

    private void fireTimer(SagaInstance<?> saga) {
        if (saga.deadline() != null) {
            count(Fault.TIMER);
        }
        host.passTime(saga.id(), random.nextInt(10) == 0 ? ABSENCE : Duration.ZERO);
        give(saga.id(), new SagaInput.TimerFired());
    }

    private void expire() {
        if (random.nextInt(3) == 0 && participants.stock == SimulatedParticipants.Stock.RESERVED) {
            participants.expire();
            count(Fault.EXPIRED);
        }
    }

    private void operatorActs(SagaInstance<?> saga, OperatorAct act) {
        give(saga.id(), new OperatorActed(act, "olivia", "because"));
    }

    private void give(UUID saga, SagaInput input) {
        var before = saga(saga);
        host.give(saga, input);
        count(before, input, saga(saga));
        host.sagas().forEach(each -> collect(each.id()));
    }

    private SagaInstance<?> saga(UUID id) {
        return host.sagas().stream()
                .filter(saga -> saga.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void collect(UUID saga) {
        host.sent().forEach(command -> {
            commands.add(new Mail<>(senderOf(command, saga), command));
        });
    }

    private UUID senderOf(SendCommand command, UUID otherwise) {
        return host.sagas().stream()
                .filter(saga ->
                        saga.runs().stream().anyMatch(run -> run.commands().contains(command.id())))
                .findFirst()
                .<UUID>map(SagaInstance::id)
                .orElse(otherwise);
    }

    private UUID freshId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void count(SagaInstance<?> before, SagaInput input, SagaInstance<?> after) {
        boolean changed = !before.equals(after);
        if (after.status() == Status.PARKED && before.status() != Status.PARKED) {
            count(after.isOver() ? Fault.UNBALANCED : Fault.PARKED);
        }
        var failure = after.failure();
        if (failure != null && before.failure() == null && failure.reason().equals(Failure.TIMED_OUT)) {
            count(failure.detail().startsWith("no answer") ? Fault.UNANSWERED : Fault.TOO_LATE);
        }
        if (changed && input instanceof OperatorActed acted) {
            count(acted.act() == OperatorAct.RESUME ? Fault.SETTLED : Fault.OPERATOR);
        }
        if (changed && input instanceof CancellationRequested) {
            count(whenCancelled(before, Objects.requireNonNull(after)));
        }
    }

    private static Fault whenCancelled(SagaInstance<?> before, SagaInstance<?> after) {
        if (before.isOver()) {
            return Fault.CANCELLED_AT_LAST;
        }
        return before.failure() == null && after.failure() != null
                ? Fault.CANCELLED_BEFORE_PIVOT
                : Fault.CANCELLED_AFTER_PIVOT;
    }

    private void count(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
    }
}
