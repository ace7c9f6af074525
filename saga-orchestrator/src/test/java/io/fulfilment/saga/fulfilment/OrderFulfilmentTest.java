package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.LogEntry.Kind;
import io.fulfilment.saga.engine.Milestone;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaConversation;
import io.fulfilment.saga.engine.SagaInput.CancellationRequested;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.engine.SagaInput.OutOfBalance;
import io.fulfilment.saga.engine.SagaInput.Started;
import io.fulfilment.saga.engine.SagaInput.TimerFired;
import io.fulfilment.saga.engine.Status;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderFulfilmentTest {

    private final SagaId id = SagaId.of("01970000-0000-7000-8000-000000000001");
    private final OrderId order = OrderId.of("01970000-0000-7000-8000-000000000002");
    private final Fulfilment fulfilment = Fulfilment.of(id, Example.order(order.value()));
    private final Fulfilment declined = failed("PAYMENT_DECLINED");

    @Test
    void completesTheOrder() {
        var saga = confirmed()
                .expect(fulfilment.capturePayment())
                .andGiven()
                .reply(new CapturePaymentSucceeded(id, order))
                .expect(fulfilment.dispatchStock())
                .andGiven()
                .reply(new DispatchStockSucceeded(id, order));
        var close = saga.expect(fulfilment.completeOrder());
        saga.expect(fulfilment.notifyOfCompletion())
                .reply(new NotifyCustomerSucceeded(id, order))
                .expectStatus(Status.RUNNING);
        close.reply(new CompleteOrderSucceeded(id, order)).expectStatus(Status.COMPLETED);
        assertThat(saga.milestones()).containsExactly(new Milestone.Started(), new Milestone.Completed());
    }

    @Test
    void rejectsTheOrderWithoutUndoWhenStockIsRefused() {
        start().expect(fulfilment.reserveStock())
                .andGiven()
                .reply(new ReserveStockRefused(id, order, "sold out"))
                .expect(failed("OUT_OF_STOCK").rejectOrder())
                .andGiven()
                .reply(new RejectOrderSucceeded(id, order))
                .expect(failed("OUT_OF_STOCK").notifyOfRejection())
                .andGiven()
                .reply(new NotifyCustomerSucceeded(id, order))
                .expectStatus(Status.COMPENSATED);
    }

    @Test
    void releasesStockWhenPaymentIsDeclined() {
        var saga = paymentDeclined()
                .expect(declined.releaseStock())
                .andGiven()
                .reply(new ReleaseStockSucceeded(id, order))
                .expect(declined.rejectOrder())
                .andGiven()
                .reply(new RejectOrderSucceeded(id, order))
                .expect(declined.notifyOfRejection())
                .andGiven()
                .reply(new NotifyCustomerFailed(id, order, "no such address"))
                .expectStatus(Status.COMPENSATED);
        assertThat(saga.saga().data().reason()).isEqualTo(RejectionReason.PAYMENT_DECLINED);
        assertThat(saga.milestones())
                .containsExactly(
                        new Milestone.Started(),
                        new Milestone.CompensationStarted(
                                new Failure("authorize-payment", "PAYMENT_DECLINED", "card declined")),
                        new Milestone.StepGivenUp("notify-of-rejection", "no such address"),
                        new Milestone.Compensated());
    }

    @Test
    void undoesInReverseOrderAndRejectsNothingWhenTheOrderIsBeingCancelled() {
        var undone = failed("CANCELLED");
        var saga = authorized()
                .expect(fulfilment.confirmOrder())
                .andGiven()
                .reply(new ConfirmOrderRefused(id, order, "cancelled"))
                .expect(undone.voidPayment())
                .andGiven()
                .reply(new VoidPaymentSucceeded(id, order))
                .expect(undone.releaseStock())
                .andGiven()
                .reply(new ReleaseStockSucceeded(id, order))
                .expectStatus(Status.COMPENSATED);
        assertThat(saga.follows()).isZero();
    }

    @Test
    void asksAgainAndThenUndoesAStepThatMayHaveHappened() {
        var saga = reserved();
        for (int attempt = 1; attempt <= 5; attempt++) {
            saga.expect(fulfilment.authorizePayment()).andGiven().noReply();
        }
        saga.expect(failed("TIMED_OUT").voidPayment())
                .andGiven()
                .reply(new VoidPaymentSucceeded(id, order))
                .expect(failed("TIMED_OUT").releaseStock())
                .andGiven()
                .reply(new ReleaseStockSucceeded(id, order))
                .expect(failed("TIMED_OUT").rejectOrder());
    }

    @Test
    void toleratesAServiceThatIsAwayForMinutes() {
        var saga = start();
        var begun = saga.saga().run("reserve-stock").orElseThrow().startedAt();
        for (int attempt = 1; attempt <= 5; attempt++) {
            saga.expect(fulfilment.reserveStock()).andGiven().noReply();
        }
        var failedRun = saga.saga().run("reserve-stock").orElseThrow();
        assertThat(failedRun.state()).isEqualTo(Run.State.UNANSWERED);
        assertThat(Duration.between(begun, failedRun.endedAt())).isGreaterThan(Duration.ofMinutes(12));
    }

    @Test
    void takesTheAnswerToAnEarlierAttempt() {
        var saga = start();
        var first = saga.expect(fulfilment.reserveStock());
        first.noReply();
        var second = saga.expect(fulfilment.reserveStock());
        first.reply(new ReserveStockSucceeded(id, order)).expect(fulfilment.authorizePayment());
        second.reply(new ReserveStockSucceeded(id, order)).expectNothing();
        assertThat(saga.log()).last().extracting(LogEntry::kind).isEqualTo(Kind.REPLY_IGNORED);
    }

    @Test
    void recordsAndIgnoresASuccessThatComesAfterItsUndoBegan() {
        var saga = start();
        var first = saga.expect(fulfilment.reserveStock());
        for (int attempt = 2; attempt <= 5; attempt++) {
            saga.timerFires().expect(fulfilment.reserveStock());
        }
        saga.timerFires().expect(failed("TIMED_OUT").releaseStock());
        var before = saga.saga();
        first.reply(new ReserveStockSucceeded(id, order)).expectNothing();
        assertThat(saga.saga()).isEqualTo(before);
    }

    @Test
    void recordsAndIgnoresWhatAnswersNothing() {
        var saga = start();
        var sent = saga.expect(fulfilment.reserveStock());
        var before = saga.saga();
        saga.reply(UUID.randomUUID(), new ReserveStockSucceeded(id, order)).expectNothing();
        sent.reply(new ReleaseStockSucceeded(id, order)).expectNothing();
        saga.take(new Started()).expectNothing();
        saga.after(Duration.ofSeconds(1)).take(new TimerFired()).expectNothing();
        assertThat(saga.saga()).isEqualTo(before);
        assertThat(saga.log())
                .filteredOn(line -> line.kind() == Kind.REPLY_IGNORED)
                .hasSize(2);
        assertThat(saga.log())
                .filteredOn(line -> line.kind() == Kind.INPUT_IGNORED)
                .hasSize(2);
    }

    @Test
    void parksAtThePivotForNobodyKnowsOnWhichSideItIs() {
        var saga = authorized();
        for (int attempt = 1; attempt <= 14; attempt++) {
            saga.expect(fulfilment.confirmOrder()).andGiven().noReply();
        }
        saga.expectStatus(Status.PARKED);
        saga.take(compensate()).expectStatus(Status.PARKED);
        assertThat(saga.milestones())
                .last()
                .isEqualTo(new Milestone.Parked("confirm-order", "no answer to 14 attempts"));
    }

    @Test
    void goesOnByItselfWhenTheAnswerComesAfterItParked() {
        var saga = authorized();
        var first = saga.expect(fulfilment.confirmOrder());
        first.noReply();
        for (int attempt = 2; attempt <= 14; attempt++) {
            saga.expect(fulfilment.confirmOrder()).andGiven().noReply();
        }
        saga.expectStatus(Status.PARKED);
        first.reply(new ConfirmOrderSucceeded(id, order)).expect(fulfilment.capturePayment());
        assertThat(saga.saga().status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void parksOnceWhenARetriableStepIsRefusedAndGoesOnWhenAnOperatorRetries() {
        var saga = confirmed();
        var capture = saga.expect(fulfilment.capturePayment());
        capture.reply(new CapturePaymentRefused(id, order, "gateway said no")).expectStatus(Status.PARKED);
        capture.reply(new CapturePaymentRefused(id, order, "gateway said no")).expectStatus(Status.PARKED);
        assertThat(saga.milestones())
                .filteredOn(Milestone.Parked.class::isInstance)
                .hasSize(1);
        saga.take(new OperatorActed(OperatorAct.RETRY, "olivia", "gateway is well again"))
                .expect(fulfilment.capturePayment())
                .andGiven()
                .reply(new CapturePaymentSucceeded(id, order))
                .expect(fulfilment.dispatchStock());
        assertThat(saga.log())
                .filteredOn(line -> line.kind() == Kind.OPERATOR_ACTED)
                .singleElement()
                .extracting(LogEntry::by, LogEntry::text)
                .containsExactly("olivia", "RETRY: gateway is well again");
    }

    @Test
    void grantsAllAttemptsAnewWhenAnOperatorRetries() {
        var saga = confirmed();
        for (int attempt = 1; attempt <= 14; attempt++) {
            saga.expect(fulfilment.capturePayment()).andGiven().noReply();
        }
        saga.expectStatus(Status.PARKED).take(new OperatorActed(OperatorAct.RETRY, "olivia", "try"));
        for (int attempt = 1; attempt <= 14; attempt++) {
            saga.expect(fulfilment.capturePayment()).andGiven().noReply();
        }
        saga.expectStatus(Status.PARKED);
        assertThat(saga.saga().run("capture-payment").orElseThrow().commands())
                .hasSize(28)
                .doesNotHaveDuplicates();
    }

    @Test
    void parksWhenAnUndoIsNotAnswered() {
        var saga = paymentDeclined();
        for (int attempt = 1; attempt <= 20; attempt++) {
            saga.expect(declined.releaseStock()).andGiven().noReply();
        }
        saga.expectStatus(Status.PARKED)
                .take(new OperatorActed(OperatorAct.RETRY, "olivia", "inventory is back"))
                .expect(declined.releaseStock())
                .andGiven()
                .reply(new ReleaseStockSucceeded(id, order))
                .expect(declined.rejectOrder());
        assertThat(saga.saga().status()).isEqualTo(Status.COMPENSATING);
    }

    @Test
    void undoesWhatMayHaveHappenedWhenAnOperatorCompensates() {
        var undone = failed("OPERATOR");
        var saga = reserved();
        saga.expect(fulfilment.authorizePayment());
        saga.take(compensate())
                .expect(undone.voidPayment())
                .andGiven()
                .reply(new VoidPaymentSucceeded(id, order))
                .expect(undone.releaseStock());
    }

    @Test
    void doesNotCompensateOnceThePivotHasBegun() {
        var saga = authorized();
        saga.expect(fulfilment.confirmOrder());
        var before = saga.saga();
        saga.take(compensate()).expectNothing();
        assertThat(saga.saga()).isEqualTo(before);
    }

    @Test
    void completesWithoutTheNotificationThatCannotBeDelivered() {
        var saga = confirmed();
        saga.expect(fulfilment.capturePayment()).reply(new CapturePaymentSucceeded(id, order));
        saga.expect(fulfilment.dispatchStock()).reply(new DispatchStockSucceeded(id, order));
        saga.expect(fulfilment.completeOrder()).reply(new CompleteOrderSucceeded(id, order));
        for (int attempt = 1; attempt <= 14; attempt++) {
            saga.expect(fulfilment.notifyOfCompletion()).andGiven().noReply();
        }
        saga.expectStatus(Status.COMPLETED);
        assertThat(saga.milestones())
                .contains(new Milestone.StepGivenUp("notify-of-completion", "no answer to 14 attempts"));
        assertThat(saga.saga().run("notify-of-completion").orElseThrow().state())
                .isEqualTo(Run.State.GIVEN_UP);
    }

    @Test
    void forgetsThePaymentTokenOnceItIsUsedOrUseless() {
        assertThat(authorized().saga().data().instrument()).isNull();
        assertThat(paymentDeclined().saga().data().instrument()).isNull();
    }

    @Test
    void isUndoneAtOnceWhenTheOrderIsCancelledBeforeThePivot() {
        var undone = failed("CANCELLED");
        var saga = reserved();
        saga.expect(fulfilment.authorizePayment());
        saga.take(cancellation())
                .expect(undone.voidPayment())
                .andGiven()
                .reply(new VoidPaymentSucceeded(id, order))
                .expect(undone.releaseStock())
                .andGiven()
                .reply(new ReleaseStockSucceeded(id, order))
                .expectStatus(Status.COMPENSATED);
        assertThat(saga.follows()).isOne();
        assertThat(saga.saga().run("authorize-payment").orElseThrow().state()).isEqualTo(Run.State.ABANDONED);
    }

    @Test
    void leavesTheDecisionToTheOrderWhenItIsCancelledAtThePivot() {
        var confirmed = authorized();
        var asked = confirmed.expect(fulfilment.confirmOrder());
        confirmed.take(cancellation()).expectStatus(Status.RUNNING);
        asked.reply(new ConfirmOrderSucceeded(id, order)).expect(fulfilment.capturePayment());
        assertThat(confirmed.follows()).isZero();

        var refused = authorized();
        var askedToo = refused.expect(fulfilment.confirmOrder());
        refused.take(cancellation()).expectStatus(Status.RUNNING);
        askedToo.reply(new ConfirmOrderRefused(id, order, "cancelled"))
                .expect(failed("CANCELLED").voidPayment());
    }

    @Test
    void isFollowedOnceWhenTheOrderIsCancelledAfterItsCompletion() {
        var saga = completed();
        saga.take(cancellation()).take(cancellation()).expectStatus(Status.COMPLETED);
        assertThat(saga.follows()).isOne();
        assertThat(saga.log()).last().extracting(LogEntry::kind).isEqualTo(Kind.INPUT_IGNORED);
    }

    @Test
    void goesOnToItsEndWhenTheOrderIsCancelledAfterThePivot() {
        var saga = confirmed().take(cancellation());
        saga.expect(fulfilment.capturePayment()).reply(new CapturePaymentSucceeded(id, order));
        saga.expect(fulfilment.dispatchStock()).reply(new DispatchStockSucceeded(id, order));
        assertThat(saga.follows()).isZero();
        saga.expect(fulfilment.completeOrder()).reply(new CompleteOrderSucceeded(id, order));
        saga.expectStatus(Status.COMPLETED);
        assertThat(saga.follows()).isOne();
        assertThat(saga.saga().run("notify-of-completion")).isEmpty();
    }

    @Test
    void tellsNobodyOfARejectionThatACancellationForestalled() {
        start().expect(fulfilment.reserveStock())
                .andGiven()
                .reply(new ReserveStockRefused(id, order, "sold out"))
                .expect(failed("OUT_OF_STOCK").rejectOrder())
                .andGiven()
                .reply(new RejectOrderRefused(id, order, "it is being cancelled"))
                .expectStatus(Status.COMPENSATED);
    }

    @Test
    void rejectsNothingOnceItIsToBeCancelled() {
        var undone = failed("PAYMENT_DECLINED");
        var saga = paymentDeclined().take(cancellation());
        saga.expect(undone.releaseStock())
                .reply(new ReleaseStockSucceeded(id, order))
                .expectStatus(Status.COMPENSATED);
        assertThat(saga.follows()).isOne();
    }

    @Test
    void isUndoneWhenItTakesTooLongToReachThePivot() {
        var saga = start();
        saga.after(Duration.ofMinutes(40))
                .expect(fulfilment.reserveStock())
                .reply(new ReserveStockSucceeded(id, order));
        saga.expect(fulfilment.authorizePayment()).noReply();
        saga.expect(failed("TIMED_OUT").voidPayment());
        assertThat(saga.saga().failure())
                .isEqualTo(new Failure("authorize-payment", Failure.TIMED_OUT, "not decided within PT20M"));
    }

    @Test
    void isNotUndoneForTheTimeThatNobodyWasThereToWait() {
        var saga = start();
        var asked = saga.expect(fulfilment.reserveStock());
        saga.after(Duration.ofHours(5)).timerComes().expect(fulfilment.reserveStock());
        asked.reply(new ReserveStockSucceeded(id, order)).expect(fulfilment.authorizePayment());
    }

    @Test
    void triesAnUndoForEverOnceItIsParked() {
        var saga = paymentDeclined();
        for (int attempt = 1; attempt <= 20; attempt++) {
            saga.expect(declined.releaseStock()).andGiven().noReply();
        }
        saga.expectStatus(Status.PARKED);
        for (int attempt = 21; attempt <= 100; attempt++) {
            saga.timerFires().expect(declined.releaseStock());
        }
        assertThat(saga.saga().status()).isEqualTo(Status.PARKED);
        assertThat(saga.milestones())
                .filteredOn(Milestone.Parked.class::isInstance)
                .hasSize(1);
    }

    @Test
    void goesOnWhereAnOperatorHasSeenToWhatIsParked() {
        var saga = confirmed();
        saga.expect(fulfilment.capturePayment())
                .reply(new CapturePaymentRefused(id, order, "no"))
                .expectStatus(Status.PARKED);
        saga.take(resume()).expect(fulfilment.dispatchStock());
        assertThat(saga.saga().run("capture-payment").orElseThrow().state()).isEqualTo(Run.State.SETTLED);
        assertThat(saga.milestones())
                .endsWith(
                        new Milestone.OperatorActed(
                                OperatorAct.RESUME, "capture-payment", "olivia", "paid by bank transfer"),
                        new Milestone.Resumed("capture-payment"));
    }

    @Test
    void takesNobodysWordForThePivot() {
        var saga = authorized();
        for (int attempt = 1; attempt <= 14; attempt++) {
            saga.expect(fulfilment.confirmOrder()).andGiven().noReply();
        }
        var before = saga.saga();
        saga.expectStatus(Status.PARKED).take(resume()).expectNothing();
        assertThat(saga.saga()).isEqualTo(before);
    }

    @Test
    void parksWhatIsOutOfBalanceUntilAnOperatorHasSeenToIt() {
        var saga = completed().take(new OutOfBalance(UUID.randomUUID(), "the money was given back"));
        saga.expectStatus(Status.PARKED);
        assertThat(saga.milestones()).last().isEqualTo(new Milestone.Parked("balance", "the money was given back"));
        saga.take(resume()).expectStatus(Status.COMPLETED);
        assertThat(saga.milestones()).last().isEqualTo(new Milestone.Resumed("balance"));
    }

    @Test
    void isBalancedByWhatFollowsOnIt() {
        var saga = completed().take(new OutOfBalance(UUID.randomUUID(), "the money was given back"));
        saga.take(cancellation()).expectStatus(Status.COMPLETED);
        assertThat(saga.follows()).isOne();
        var before = saga.saga();
        saga.take(new OutOfBalance(UUID.randomUUID(), "the money was given back"));
        assertThat(saga.saga()).isEqualTo(before);
    }

    @Test
    void isParkedAtItsEndWhenItWasFoundOutOfBalanceBefore() {
        var saga = start().expect(fulfilment.reserveStock())
                .andGiven()
                .reply(new ReserveStockRefused(id, order, "sold out"));
        saga.expect(failed("OUT_OF_STOCK").rejectOrder()).reply(new RejectOrderSucceeded(id, order));
        saga.take(new OutOfBalance(UUID.randomUUID(), "REJECTED, but the stock is RESERVED"));
        saga.expect(failed("OUT_OF_STOCK").notifyOfRejection()).reply(new NotifyCustomerSucceeded(id, order));
        saga.expectStatus(Status.PARKED);
        assertThat(saga.milestones())
                .endsWith(
                        new Milestone.Compensated(),
                        new Milestone.Parked("balance", "REJECTED, but the stock is RESERVED"));
        saga.take(resume()).expectStatus(Status.COMPENSATED);
    }

    @Test
    void tellsTheLatestFinding() {
        var saga = completed().take(new OutOfBalance(UUID.randomUUID(), "one thing"));
        saga.take(new OutOfBalance(UUID.randomUUID(), "and another")).expectStatus(Status.PARKED);
        assertThat(saga.milestones()).last().isEqualTo(new Milestone.Parked("balance", "and another"));
    }

    @Test
    void saysThatItGoesOnBeforeItSaysThatItHasEnded() {
        var saga = confirmed();
        saga.expect(fulfilment.capturePayment()).reply(new CapturePaymentSucceeded(id, order));
        saga.expect(fulfilment.dispatchStock()).reply(new DispatchStockSucceeded(id, order));
        var close = saga.expect(fulfilment.completeOrder());
        saga.expect(fulfilment.notifyOfCompletion()).reply(new NotifyCustomerSucceeded(id, order));
        for (int attempt = 2; attempt <= 14; attempt++) {
            saga.timerFires().expect(fulfilment.completeOrder());
        }
        saga.timerFires().expectStatus(Status.PARKED);
        close.reply(new CompleteOrderSucceeded(id, order)).expectStatus(Status.COMPLETED);
        assertThat(saga.milestones()).endsWith(new Milestone.Resumed("complete-order"), new Milestone.Completed());
    }

    private SagaConversation<Fulfilment> completed() {
        var saga = confirmed();
        saga.expect(fulfilment.capturePayment()).reply(new CapturePaymentSucceeded(id, order));
        saga.expect(fulfilment.dispatchStock()).reply(new DispatchStockSucceeded(id, order));
        saga.expect(fulfilment.completeOrder()).reply(new CompleteOrderSucceeded(id, order));
        saga.expect(fulfilment.notifyOfCompletion()).reply(new NotifyCustomerSucceeded(id, order));
        return saga.expectStatus(Status.COMPLETED);
    }

    private static CancellationRequested cancellation() {
        return new CancellationRequested(UUID.randomUUID());
    }

    private static OperatorActed resume() {
        return new OperatorActed(OperatorAct.RESUME, "olivia", "paid by bank transfer");
    }

    private SagaConversation<Fulfilment> start() {
        return SagaConversation.start(OrderFulfilment.DEFINITION, id.value(), fulfilment);
    }

    private SagaConversation<Fulfilment> reserved() {
        return start().expect(fulfilment.reserveStock()).andGiven().reply(new ReserveStockSucceeded(id, order));
    }

    private SagaConversation<Fulfilment> authorized() {
        return reserved()
                .expect(fulfilment.authorizePayment())
                .andGiven()
                .reply(new AuthorizePaymentSucceeded(id, order));
    }

    private SagaConversation<Fulfilment> confirmed() {
        return authorized().expect(fulfilment.confirmOrder()).andGiven().reply(new ConfirmOrderSucceeded(id, order));
    }

    private SagaConversation<Fulfilment> paymentDeclined() {
        return reserved()
                .expect(fulfilment.authorizePayment())
                .andGiven()
                .reply(new AuthorizePaymentRefused(id, order, "card declined"));
    }

    private Fulfilment failed(String reason) {
        return fulfilment.rejectedFor(new Failure("some-step", reason, "some detail"));
    }

    private static OperatorActed compensate() {
        return new OperatorActed(OperatorAct.COMPENSATE, "olivia", "customer called");
    }
}
