package io.fulfilment.saga.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.events.inventory.InventoryCommand.*;
import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationReply.NotifyCustomerSucceeded;
import io.fulfilment.events.order.OrderCommand.*;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentCommand.*;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.events.saga.SagaEvent;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.saga.application.OperatingSagas.Outcome;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.LogLine;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.saga.query.StepView;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(UseCases.class)
class SagasIT {

    @Autowired
    StartingFulfilment starting;

    @Autowired
    AdvancingSagas advancing;

    @Autowired
    FiringTimers timers;

    @Autowired
    OperatingSagas operating;

    @Autowired
    SagaInstances instances;

    @Autowired
    SagaViews views;

    @Autowired
    RecordingOutbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MeterRegistry meters;

    @Test
    void takesAnOrderToCompletion() {
        var talk = confirmed()
                .answer(CapturePayment.class, CapturePaymentSucceeded::new)
                .answer(DispatchStock.class, DispatchStockSucceeded::new)
                .answer(CompleteOrder.class, CompleteOrderSucceeded::new)
                .answer(NotifyCustomer.class, NotifyCustomerSucceeded::new);
        assertThat(talk.column("status")).isEqualTo("COMPLETED");
        assertThat(talk.column("wake_at")).isNull();
        assertThat(talk.column("deadline")).isNull();
        assertThat(talk.column("ended_at")).isNotNull();
        assertThat(talk.sent(SagaEvent.class))
                .extracting(Outgoing::message)
                .hasOnlyElementsOfTypes(SagaEvent.SagaStarted.class, SagaEvent.SagaCompleted.class);
        assertThat(view(talk).steps()).extracting(StepView::status).containsOnly(StepView.State.SUCCEEDED);
        assertThat(meters.get("saga.duration")
                        .tags("type", "order-fulfilment", "status", "COMPLETED")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void undoesAndRejectsAnOrderThatIsNotPaid() {
        var talk = reserved()
                .answer(AuthorizePayment.class, (saga, order) -> new AuthorizePaymentRefused(saga, order, "declined"))
                .answer(ReleaseStock.class, ReleaseStockSucceeded::new);
        var rejection = (RejectOrder) talk.sent(RejectOrder.class).getFirst().message();
        assertThat(rejection.reason()).isEqualTo(RejectionReason.PAYMENT_DECLINED);
        talk.answer(RejectOrder.class, RejectOrderSucceeded::new)
                .answer(NotifyCustomer.class, NotifyCustomerSucceeded::new);
        assertThat(talk.column("status")).isEqualTo("COMPENSATED");
        assertThat(view(talk).steps())
                .extracting(step -> step.name() + " " + step.status())
                .containsExactly(
                        "reserve-stock COMPENSATED",
                        "authorize-payment REFUSED",
                        "confirm-order SKIPPED",
                        "capture-payment SKIPPED",
                        "dispatch-stock SKIPPED",
                        "complete-order SKIPPED",
                        "notify-of-completion SKIPPED",
                        "release-stock SUCCEEDED",
                        "reject-order SUCCEEDED",
                        "notify-of-rejection SUCCEEDED");
    }

    @Test
    void startsOneSagaForAnOrderHoweverOftenItIsPlaced() {
        var talk = talk().start().start();
        starting.handle(List.of(talk.placed(), talk().placed(), talk.placed()));
        assertThat(talk.sent(ReserveStock.class)).hasSize(1);
        assertThat(talk.sent(SagaEvent.SagaStarted.class)).hasSize(1);
        assertThat(view(talk).log()).hasSize(2);
    }

    @Test
    void forgetsThePaymentTokenOncePaymentIsAuthorized() {
        var talk = reserved();
        assertThat(talk.column("data")).asString().contains("tok_ok");
        talk.answer(AuthorizePayment.class, AuthorizePaymentSucceeded::new);
        assertThat(talk.column("data")).asString().doesNotContain("tok_ok").contains("ada@example.com");
    }

    @Test
    void takesOnManySagasAndSeveralRepliesOfOneInOneTransaction() {
        var talks = Stream.generate(this::talk).limit(50).toList();
        starting.handle(talks.stream().map(Talk::placed).toList());
        var replies = talks.stream()
                .flatMap(talk -> Stream.of(
                        talk.answerTo(ReserveStock.class, ReserveStockSucceeded::new),
                        talk.answerTo(ReserveStock.class, ReserveStockSucceeded::new)))
                .toList();
        advancing.handle(replies);
        assertThat(talks).allSatisfy(talk -> {
            assertThat(talk.sent(AuthorizePayment.class)).hasSize(1);
            assertThat(talk.column("version")).isEqualTo(2);
            assertThat(view(talk).log()).last().extracting(LogLine::kind).hasToString("REPLY_IGNORED");
        });
    }

    @Test
    void carriesOnTheConversationOfItsOrder() {
        var talk = talk().start();
        var reply = talk.answerTo(ReserveStock.class, ReserveStockSucceeded::new);
        advancing.handle(List.of(reply));
        var next = talk.sent(AuthorizePayment.class).getFirst().cause();
        assertThat(next.correlationId()).isEqualTo(talk.order().value());
        assertThat(next.causationId()).isEqualTo(reply.envelope().id());
    }

    @Test
    void passesOverAReplyToASagaThatIsNotHere() {
        var known = talk().start();
        var stranger = talk().start();
        var reply = stranger.answerTo(ReserveStock.class, ReserveStockSucceeded::new);
        jdbc.sql("DELETE FROM saga_instance WHERE order_id = ?")
                .param(stranger.order().value())
                .update();
        advancing.handle(List.of(reply, known.answerTo(ReserveStock.class, ReserveStockSucceeded::new)));
        assertThat(known.sent(AuthorizePayment.class)).hasSize(1);
        assertThat(stranger.sent(AuthorizePayment.class)).isEmpty();
    }

    @Test
    void answersThatRaceAreAppliedOneAfterTheOther() {
        var talks = Stream.generate(() -> talk().start()).limit(20).toList();
        var replies = talks.stream()
                .map(talk -> talk.answerTo(ReserveStock.class, ReserveStockSucceeded::new))
                .toList();
        var racers = IntStream.range(0, 4)
                .mapToObj(i -> i % 2 == 0 ? replies : replies.reversed())
                .map(batch -> CompletableFuture.runAsync(() -> advancing.handle(batch)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(racers).join();
        assertThat(talks).allSatisfy(talk -> {
            assertThat(talk.sent(AuthorizePayment.class)).hasSize(1);
            assertThat(talk.column("version")).isEqualTo(5);
        });
    }

    @Test
    void refusesToStoreWhatSomebodyElseHasChanged() {
        var talk = talk().start();
        var transaction = new TransactionTemplate(transactions);
        var stale = transaction.execute(_ -> instances.lock(List.of(talk.saga().value())));
        talk.answer(ReserveStock.class, ReserveStockSucceeded::new);
        var work = new SagaWork<>(stale.sagas().getFirst());
        work.apply(new SagaInput.Started(), talk.placed().cause(), Instant.now(), UUID::randomUUID);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> instances.update(List.of(work))));
        assertThat(view(talk).log()).noneMatch(line -> line.kind().name().equals("INPUT_IGNORED"));
    }

    @Test
    void asksAgainWhenTheTimeIsUpThoughSeveralLook() {
        var talks = Stream.generate(() -> talk().start()).limit(20).toList();
        talks.forEach(Talk::letTimePass);
        var due = timers.due(1_000);
        var racers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> timers.fire(due)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(racers).join();
        assertThat(talks).allSatisfy(talk -> {
            assertThat(talk.sent(ReserveStock.class)).hasSize(2);
            assertThat(talk.sent(ReserveStock.class)).extracting(Outgoing::id).doesNotHaveDuplicates();
            assertThat(talk.sent(ReserveStock.class))
                    .extracting(outgoing -> outgoing.cause().traceparent())
                    .containsOnly(talk.trace());
            assertThat(isDue(talk)).isFalse();
        });
    }

    @Test
    void leavesTheWakeUpWhereItIsWhileStepsGoOnAndMovesItWhenItComes() {
        var talk = talk().start();
        wakeAfter(talk, "10 s");
        var wakeUp = talk.column("wake_at");
        talk.answer(ReserveStock.class, ReserveStockSucceeded::new);
        assertThat(talk.column("wake_at")).isEqualTo(wakeUp);
        assertThat(talk.column("deadline")).isNotEqualTo(wakeUp);
        wakeAfter(talk, "0 s");
        timers.fire(List.of(talk.saga().value()));
        assertThat(talk.sent(AuthorizePayment.class)).hasSize(1);
        assertThat(talk.column("wake_at")).isEqualTo(talk.column("deadline"));
    }

    @Test
    void doesWhatOperatorsAskForIfItCanBeDone() {
        var talk = reserved();
        var saga = talk.saga().value();
        assertThat(operating.act(saga, new OperatorActed(OperatorAct.RETRY, "olivia", "again"), null))
                .isEqualTo(Outcome.DONE);
        assertThat(talk.sent(AuthorizePayment.class)).hasSize(2);
        assertThat(operating.act(saga, new OperatorActed(OperatorAct.COMPENSATE, "olivia", "fraud"), null))
                .isEqualTo(Outcome.DONE);
        assertThat(talk.sent(VoidPayment.class)).hasSize(1);
        assertThat(operating.act(saga, new OperatorActed(OperatorAct.COMPENSATE, "oscar", "me too"), null))
                .isEqualTo(Outcome.NOT_NOW);
        assertThat(operating.act(UUID.randomUUID(), new OperatorActed(OperatorAct.RETRY, "oscar", "what"), null))
                .isEqualTo(Outcome.NO_SUCH_SAGA);
        assertThat(view(talk).log())
                .filteredOn(line -> line.by() != null)
                .extracting(LogLine::by, LogLine::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("olivia", "RETRY: again"),
                        org.assertj.core.groups.Tuple.tuple("olivia", "COMPENSATE: fraud"));
    }

    @Test
    void theDatabaseRefusesASagaThatNothingWouldWake() {
        var talk = talk().start();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(
                        () -> jdbc.sql("UPDATE saga_instance SET deadline = NULL, wake_at = NULL WHERE order_id = ?")
                                .param(talk.order().value())
                                .update())
                .withMessageContaining("a_saga_that_waits_has_a_timer");
    }

    @Test
    void countsThem() {
        talk().start();
        reserved();
        assertThat(views.count()).anyMatch(count -> count.status() == Status.RUNNING && count.sagas() >= 2);
    }

    private Talk talk() {
        return new Talk(new OrderId(UUID.randomUUID()), starting, advancing, outbox, jdbc);
    }

    private Talk reserved() {
        return talk().start().answer(ReserveStock.class, ReserveStockSucceeded::new);
    }

    private Talk confirmed() {
        return reserved()
                .answer(AuthorizePayment.class, AuthorizePaymentSucceeded::new)
                .answer(ConfirmOrder.class, ConfirmOrderSucceeded::new);
    }

    private SagaView view(Talk talk) {
        return views.find(talk.saga().value()).orElseThrow();
    }

    private void wakeAfter(Talk talk, String interval) {
        jdbc.sql("UPDATE saga_instance SET wake_at = now() + ?::interval WHERE order_id = ?")
                .params(interval, talk.order().value())
                .update();
    }

    private boolean isDue(Talk talk) {
        return timers.due(1_000).contains(talk.saga().value());
    }
}
