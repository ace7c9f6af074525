package io.fulfilment.payment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.payment.PaymentServiceTestBase;
import io.fulfilment.payment.Saga;
import io.fulfilment.payment.Saga.Answered;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.Outcome;
import io.fulfilment.payment.domain.PaymentTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** A process that dies between the commit of an intent and the record of its outcome, and processes that collide. */
class CrashedCallIT extends PaymentServiceTestBase {

    @Autowired
    private PaymentLedger ledger;

    @Autowired
    private PaymentStreams streams;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private GatewayCalls calls;

    @Autowired
    private CardGateway gateway;

    @Autowired
    private RecordAnswers answers;

    private final UUID command = UUID.randomUUID();

    @Test
    void makesACallThatADeadProcessLeftUndone() {
        GatewayCall left = intentOfADeadProcess();
        assertThat(GATEWAY.requests(saga.order())).isEmpty();

        leaseRunsOut(left);

        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", command));
        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED");
        assertThat(saga.facts()).containsExactly("PaymentAuthorized");
    }

    @Test
    void findsTheCallThatADeadProcessMade() {
        GatewayCall left = intentOfADeadProcess();
        gateway.perform(left);

        leaseRunsOut(left);

        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", command));
        assertThat(GATEWAY.posts(saga.order())).isEqualTo(1);
        assertThat(GATEWAY.requests(saga.order())).endsWith("GET " + saga.order() + ":AUTHORIZE");
    }

    @Test
    void findsTheRefundThatADeadProcessMade() {
        Answered[] paid = saga.paid("tok_ok");
        GatewayCall left = intentOfADeadProcess(
                saga.orderId(), new Instruction.Refund(new PaymentId(UUID.randomUUID())), Operation.REFUND);
        gateway.perform(left);

        leaseRunsOut(left);

        saga.hasAlsoBeenAnswered(paid, new Answered("RefundPaymentSucceeded", command));
        assertThat(GATEWAY.posts(saga.order())).isEqualTo(3);
        assertThat(GATEWAY.requests(saga.order())).endsWith("GET " + saga.order() + ":REFUND");
        assertThat(saga.facts()).containsOnlyOnce("PaymentRefunded");
    }

    @Test
    void makesTheRefundThatADeadProcessLeftUndone() {
        Answered[] paid = saga.paid("tok_ok");
        GatewayCall left = intentOfADeadProcess(
                saga.orderId(), new Instruction.Refund(new PaymentId(UUID.randomUUID())), Operation.REFUND);

        leaseRunsOut(left);

        saga.hasAlsoBeenAnswered(paid, new Answered("RefundPaymentSucceeded", command));
        assertThat(GATEWAY.ledger(saga.order())).containsOnlyOnce("REFUND SUCCEEDED");
    }

    @Test
    void recordsTheOtherAnswersOfABatchWithOneThatTheDatabaseRefuses() {
        GatewayCall good = intentOfADeadProcess();
        try (var other = new Saga()) {
            GatewayCall bad = intentOfADeadProcess(other.orderId());

            answers.record(List.of(
                    new GatewayResult(bad, new GatewayAnswer.Known(new Outcome.Refused("a\u0000b"))),
                    new GatewayResult(good, new GatewayAnswer.Known(new Outcome.Performed()))));

            assertThat(callsOut()).isZero();
            saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", command));
            // Looked up when its lease has run out; what the gateway says then counts.
            other.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", command));
        }
    }

    @Test
    void recordsALateAnswerToAnEarlierCallBesideThatToTheNext() {
        GatewayCall authorize = intentOfADeadProcess();
        var performed = new GatewayAnswer.Known(new Outcome.Performed());
        var undo = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            Instruction instruction = new Instruction.Void(new PaymentId(UUID.randomUUID()));
            Transition transition =
                    ledger.advance(Map.of(saga.orderId(), instruction)).getFirst();
            followUps.write(List.of(new FollowUp(transition, List.of(waiting(Operation.VOID, undo)), null)));
        });
        GatewayCall giveBack =
                answers.record(List.of(new GatewayResult(authorize, performed))).getFirst();

        answers.record(List.of(new GatewayResult(giveBack, performed), new GatewayResult(authorize, performed)));

        assertThat(callsOut()).isZero();
        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentRefused", command), new Answered("VoidPaymentSucceeded", undo));
    }

    @Test
    void leavesACallAloneThatAnotherProcessIsMaking() {
        intentOfADeadProcess();

        assertThat(calls.claimDue(100)).extracting(GatewayCall::orderId).doesNotContain(saga.orderId());
        assertThat(callsOut()).isEqualTo(1);
    }

    @Test
    void letsOneOfTwoWritersWin() {
        PaymentStream stream =
                streams.load(List.of(saga.orderId())).values().iterator().next();
        Transition one = Transition.of(stream, authorize(saga.orderId()), Instant.EPOCH);
        Transition other = Transition.of(stream, new Instruction.Void(new PaymentId(UUID.randomUUID())), Instant.EPOCH);

        streams.append(List.of(one));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> streams.append(List.of(other)));
    }

    @Test
    void decidesAgainWhereTheCallThatACommandWouldWaitForIsSettled() {
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> calls.await(Map.of(saga.orderId(), waiting())));
    }

    @Test
    void cannotRewriteHistory() {
        intentOfADeadProcess();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> jdbc.sql("UPDATE payment_event SET type = 'x'").update())
                .havingRootCause()
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("DELETE FROM payment_event").update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    /** What a command commits, without the call that should follow. */
    private GatewayCall intentOfADeadProcess() {
        return intentOfADeadProcess(saga.orderId());
    }

    private GatewayCall intentOfADeadProcess(OrderId order) {
        return intentOfADeadProcess(order, authorize(order), Operation.AUTHORIZE);
    }

    private GatewayCall intentOfADeadProcess(OrderId order, Instruction instruction, Operation asked) {
        return transaction
                .execute(_ -> {
                    Transition transition =
                            ledger.advance(Map.of(order, instruction)).getFirst();
                    return followUps.write(
                            List.of(new FollowUp(transition, List.of(waiting(asked, command)), "tok_ok")));
                })
                .getFirst();
    }

    private static Instruction authorize(OrderId order) {
        return new Instruction.Authorize(
                new PaymentTerms(new PaymentId(UUID.randomUUID()), order, new CustomerId("alice"), Saga.AMOUNT));
    }

    private Waiting waiting() {
        return waiting(Operation.AUTHORIZE, command);
    }

    private static Waiting waiting(Operation asked, UUID command) {
        return new Waiting(asked, new SagaId(UUID.randomUUID()), new Cause(UUID.randomUUID(), command, null));
    }

    private void leaseRunsOut(GatewayCall call) {
        jdbc.sql("UPDATE gateway_call SET due_at = now() WHERE order_id = ?")
                .param(call.orderId().value())
                .update();
    }
}
