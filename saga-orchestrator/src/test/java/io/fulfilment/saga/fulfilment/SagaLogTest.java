package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.Milestone;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaConversation;
import io.fulfilment.saga.engine.SagaInput.CancellationRequested;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.engine.SagaInput.OutOfBalance;
import io.fulfilment.saga.engine.Status;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log tells a saga's story to somebody who wasn't there. */
class SagaLogTest {

    private final SagaId id = SagaId.of("01970000-0000-7000-8000-000000000001");
    private final OrderId order = OrderId.of("01970000-0000-7000-8000-000000000002");
    private final Fulfilment fulfilment = Fulfilment.of(id, Example.order(order.value()));
    private final Cancellation cancellation = Cancellation.of(id.value(), fulfilment);

    @Test
    void ofAnOrderThatIsCancelledWhileItIsPaid() {
        var saga = start();
        saga.expect(fulfilment.reserveStock()).noReply();
        saga.expect(fulfilment.reserveStock()).reply(new ReserveStockSucceeded(id, order));
        saga.expect(fulfilment.authorizePayment());
        saga.take(new CancellationRequested(UUID.randomUUID()));
        saga.expect(saga.saga().data().voidPayment()).reply(new VoidPaymentSucceeded(id, order));
        saga.expect(saga.saga().data().releaseStock()).reply(new ReleaseStockSucceeded(id, order));
        assertThat(saga.log())
                .extracting(SagaLogTest::line)
                .containsExactly(
                        "STARTED",
                        "COMMAND_SENT reserve-stock: ReserveStock",
                        "TIMED_OUT reserve-stock: no answer to attempt 1",
                        "COMMAND_SENT reserve-stock: ReserveStock",
                        "REPLY_RECEIVED reserve-stock: ReserveStockSucceeded",
                        "COMMAND_SENT authorize-payment: AuthorizePayment",
                        "CANCELLATION_REQUESTED",
                        "COMPENSATION_STARTED authorize-payment: CANCELLED",
                        "COMMAND_SENT void-payment: VoidPayment",
                        "REPLY_RECEIVED void-payment: VoidPaymentSucceeded",
                        "COMMAND_SENT release-stock: ReleaseStock",
                        "REPLY_RECEIVED release-stock: ReleaseStockSucceeded",
                        "COMPENSATED",
                        "FOLLOWED");
        assertThat(saga.milestones())
                .startsWith(new Milestone.Started(), new Milestone.CancellationRequested())
                .last()
                .isEqualTo(new Milestone.Compensated());
    }

    @Test
    void ofAnOrderThatTakesTooLong() {
        var saga = start();
        saga.expect(fulfilment.reserveStock());
        saga.after(Duration.ofMinutes(40))
                .timerComes()
                .expect(fulfilment.reserveStock())
                .noReply();
        assertThat(saga.log())
                .extracting(SagaLogTest::line)
                .contains(
                        "TIMED_OUT reserve-stock: not decided within PT20M",
                        "COMPENSATION_STARTED reserve-stock: TIMED_OUT");
    }

    @Test
    void ofAStepThatIsParkedAndSettled() {
        var saga = confirmed();
        saga.expect(fulfilment.capturePayment()).reply(new CapturePaymentRefused(id, order, "card closed"));
        saga.take(new OperatorActed(OperatorAct.RESUME, "olivia", "paid in cash"));
        assertThat(saga.log())
                .extracting(SagaLogTest::line)
                .endsWith(
                        "REPLY_RECEIVED capture-payment: CapturePaymentRefused: card closed",
                        "PARKED capture-payment: refused: card closed",
                        "OPERATOR_ACTED capture-payment: RESUME: paid in cash",
                        "RESUMED capture-payment",
                        "COMMAND_SENT dispatch-stock: DispatchStock");
    }

    @Test
    void ofAMailThatIsGivenUpAndOfAnEndThatDoesNotFit() {
        var saga = confirmed();
        saga.expect(fulfilment.capturePayment()).reply(new CapturePaymentSucceeded(id, order));
        saga.expect(fulfilment.dispatchStock()).reply(new DispatchStockSucceeded(id, order));
        saga.expect(fulfilment.completeOrder()).reply(new CompleteOrderSucceeded(id, order));
        saga.expect(fulfilment.notifyOfCompletion()).reply(new NotifyCustomerFailed(id, order, "no such address"));
        saga.take(new OutOfBalance(UUID.randomUUID(), "COMPLETED, but the payment is REFUNDED"));
        assertThat(saga.log())
                .extracting(SagaLogTest::line)
                .endsWith(
                        "REPLY_RECEIVED notify-of-completion: NotifyCustomerFailed: no such address",
                        "GIVEN_UP notify-of-completion: no such address",
                        "COMPLETED",
                        "OUT_OF_BALANCE balance: COMPLETED, but the payment is REFUNDED",
                        "PARKED balance: COMPLETED, but the payment is REFUNDED");
    }

    @Test
    void ofAStepThatNobodyAnswers() {
        var saga = start();
        for (int attempt = 1; attempt <= 5; attempt++) {
            saga.expect(fulfilment.reserveStock()).noReply();
        }
        assertThat(saga.log())
                .extracting(SagaLogTest::line)
                .contains("TIMED_OUT reserve-stock: no answer to 5 attempts");
    }

    @Test
    void ofACancellationWhoseGoodsComeBackBeforeTheMoneyDoes() {
        var saga = SagaConversation.start(OrderCancellation.DEFINITION, id.value(), cancellation);
        var refund = saga.expect(cancellation.refundPayment());
        saga.expect(cancellation.restock())
                .reply(new RestockSucceeded(id, order))
                .expectStatus(Status.RUNNING);
        refund.reply(new RefundPaymentRefused(id, order, "card closed")).expectStatus(Status.PARKED);
        saga.take(new OperatorActed(OperatorAct.RETRY, "olivia", "card is open again"));
        saga.expect(cancellation.refundPayment()).reply(new RefundPaymentSucceeded(id, order));
        saga.expect(cancellation.cancelOrder()).reply(new CancelOrderSucceeded(id, order));
        saga.expect(cancellation.notifyOfCancellation())
                .reply(new NotifyCustomerSucceeded(id, order))
                .expectStatus(Status.COMPLETED);
    }

    @Test
    void ofAnOperatorWhoRetriesWhatIsParkedAndLeavesAloneWhatWaits() {
        var saga = SagaConversation.start(OrderCancellation.DEFINITION, id.value(), cancellation);
        saga.expect(cancellation.refundPayment()).reply(new RefundPaymentRefused(id, order, "card closed"));
        saga.expect(cancellation.restock());
        saga.take(new OperatorActed(OperatorAct.RETRY, "olivia", "once more"));
        saga.expect(cancellation.refundPayment());
        saga.expectStatus(Status.RUNNING);
    }

    @Test
    void ofAParkedStepBesideAnotherThatIsStillTried() {
        var saga = SagaConversation.start(OrderCancellation.DEFINITION, id.value(), cancellation);
        saga.expect(cancellation.refundPayment()).reply(new RefundPaymentRefused(id, order, "card closed"));
        saga.expect(cancellation.restock());
        saga.expectStatus(Status.PARKED).timerFires().expect(cancellation.restock());
        saga.expectStatus(Status.PARKED);
    }

    @Test
    void ofACancellationThatCannotBeCancelled() {
        var saga = SagaConversation.start(OrderCancellation.DEFINITION, id.value(), cancellation);
        var before = saga.saga();
        saga.take(new CancellationRequested(UUID.randomUUID()));
        assertThat(saga.saga()).isEqualTo(before);
        assertThat(saga.log()).extracting(SagaLogTest::line).last().isEqualTo("INPUT_IGNORED: it can't be cancelled");
    }

    private SagaConversation<Fulfilment> start() {
        return SagaConversation.start(OrderFulfilment.DEFINITION, id.value(), fulfilment);
    }

    private SagaConversation<Fulfilment> confirmed() {
        var saga = start();
        saga.expect(fulfilment.reserveStock()).reply(new ReserveStockSucceeded(id, order));
        saga.expect(fulfilment.authorizePayment()).reply(new AuthorizePaymentSucceeded(id, order));
        saga.expect(fulfilment.confirmOrder()).reply(new ConfirmOrderSucceeded(id, order));
        return saga;
    }

    private static String line(LogEntry entry) {
        var text = entry.text() == null ? "" : ": " + entry.text();
        return entry.kind() + (entry.step() == null ? "" : " " + entry.step()) + text;
    }
}
