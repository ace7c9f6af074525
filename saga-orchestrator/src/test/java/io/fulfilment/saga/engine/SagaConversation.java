package io.fulfilment.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Command;
import io.fulfilment.events.Reply;
import io.fulfilment.saga.engine.Effect.SendCommand;
import io.fulfilment.saga.query.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A test's talk with a saga: it expects a command and gives an answer, lets time pass, or acts as an operator.
 *
 * <p>Every transition is checked on the way: it is repeatable, leaves something in the log, and keeps a timer as long as
 * the saga waits for an answer.
 */
public final class SagaConversation<D> {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

    private final SagaDefinition<D> definition;
    private final List<SendCommand> sent = new ArrayList<>();
    private final List<LogLine> log = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private SagaInstance<D> saga;
    private Instant now = BEGINNING;
    private int heard;
    private int follows;

    private SagaConversation(SagaDefinition<D> definition, UUID id, D data) {
        this.definition = definition;
        this.saga = SagaInstance.of(definition, id, data);
    }

    public static <D> SagaConversation<D> start(SagaDefinition<D> definition, UUID id, D data) {
        return new SagaConversation<>(definition, id, data).take(new SagaInput.Started());
    }

    /** The saga's next command is this one. */
    public Expected expect(Command command) {
        assertThat(sent).as("commands sent").hasSizeGreaterThan(heard);
        var next = sent.get(heard++);
        assertThat(next.command()).isEqualTo(command);
        return new Expected(next.id());
    }

    public SagaConversation<D> expectNothing() {
        assertThat(sent.subList(heard, sent.size())).as("unexpected commands").isEmpty();
        return this;
    }

    public SagaConversation<D> expectStatus(Status status) {
        expectNothing();
        assertThat(saga.status()).isEqualTo(status);
        return this;
    }

    /** Waits until the armed timer fires. */
    public SagaConversation<D> timerFires() {
        now = java.util.Objects.requireNonNull(saga.deadline(), "no timer is armed");
        return take(new SagaInput.TimerFired());
    }

    /** The timer fires now, which may be later than it was to. */
    public SagaConversation<D> timerComes() {
        return take(new SagaInput.TimerFired());
    }

    public SagaConversation<D> after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public SagaConversation<D> reply(UUID causation, Reply reply) {
        return take(new SagaInput.ReplyReceived(UUID.randomUUID(), causation, reply));
    }

    public SagaConversation<D> take(SagaInput input) {
        var transition = SagaEngine.apply(definition, saga, input, now);
        assertThat(SagaEngine.apply(definition, saga, input, now))
                .as("the same again")
                .isEqualTo(transition);
        TransitionRules.check(definition, saga, input, transition);
        saga = transition.instance();
        transition.effects().forEach(this::note);
        return this;
    }

    public SagaInstance<D> saga() {
        return saga;
    }

    public SagaDefinition<D> definition() {
        return definition;
    }

    public List<LogEntry> log() {
        return log.stream()
                .map(line -> new LogEntry(line.kind(), line.step(), line.messageId(), line.by(), line.text()))
                .toList();
    }

    /** The log as it is shown. */
    public List<LogLine> lines() {
        return log;
    }

    /** How often the saga that follows was started. */
    public int follows() {
        return follows;
    }

    public List<Milestone> milestones() {
        return milestones;
    }

    private void note(Effect effect) {
        switch (effect) {
            case SendCommand command -> sent.add(command);
            case Effect.Log(var entry) -> log.add(LogLine.of(log.size() + 1, now, entry));
            case Effect.Publish(var milestone) -> milestones.add(milestone);
            case Effect.Follow _ -> follows++;
        }
    }

    /** A command that was expected and came. */
    public final class Expected {

        private final UUID id;

        private Expected(UUID id) {
            this.id = id;
        }

        public UUID id() {
            return id;
        }

        public Expected andGiven() {
            return this;
        }

        public SagaConversation<D> reply(Reply reply) {
            return SagaConversation.this.reply(id, reply);
        }

        public SagaConversation<D> noReply() {
            return SagaConversation.this.timerFires();
        }
    }
}
