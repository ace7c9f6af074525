package io.fulfilment.payment.application;

import static io.fulfilment.payment.domain.PaymentScenario.AT;
import static io.fulfilment.payment.domain.PaymentScenario.AUTHORIZATION_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.GRANTED;
import static io.fulfilment.payment.domain.PaymentScenario.ORDER;
import static io.fulfilment.payment.domain.PaymentScenario.PAYMENT;
import static io.fulfilment.payment.domain.PaymentScenario.REFUND_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.TERMS;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.payment.PaymentEvent.PaymentAuthorized;
import io.fulfilment.events.payment.PaymentEvent.PaymentRefunded;
import io.fulfilment.events.payment.PaymentReply.AuthorizePaymentRefused;
import io.fulfilment.events.payment.PaymentReply.AuthorizePaymentSucceeded;
import io.fulfilment.events.payment.PaymentReply.CapturePaymentRefused;
import io.fulfilment.events.payment.PaymentReply.RefundPaymentSucceeded;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.payment.application.FollowUp.Caused;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.Outcome;
import io.fulfilment.payment.domain.PaymentScenario;
import io.fulfilment.payment.domain.StoredEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final SagaId SAGA = new SagaId(UUID.randomUUID());
    private static final Instruction GRANT = new Instruction.Settle(Operation.AUTHORIZE, new Outcome.Performed());

    private final Waiting authorize = waiting(Operation.AUTHORIZE);
    private final Waiting again = waiting(Operation.AUTHORIZE);
    private final Waiting undo = waiting(Operation.VOID);

    @Test
    void callsTheGatewayWithTheTokenAndLetsTheCommandWait() {
        var followUp = followUp(List.of(), PaymentScenario.AUTHORIZE, "tok_ok", authorize);

        assertThat(followUp.messages()).isEmpty();
        assertThat(followUp.newCall()).hasValueSatisfying(it -> {
            assertThat(it.call())
                    .isEqualTo(new GatewayCall(
                            ORDER,
                            Operation.AUTHORIZE,
                            ORDER + ":AUTHORIZE",
                            TERMS.amount(),
                            "tok_ok",
                            0,
                            authorize.cause()));
            assertThat(it.waiting()).containsExactly(authorize);
        });
    }

    @Test
    void publishesTheFactOnceAndAnswersEveryCommandWithItsOwnCause() {
        var followUp = followUp(List.of(AUTHORIZATION_REQUESTED), GRANT, null, authorize, again);

        assertThat(followUp.newCall()).isEmpty();
        assertThat(followUp.messages())
                .containsExactly(
                        new Caused(new PaymentAuthorized(PAYMENT, ORDER, TERMS.amount(), AT), authorize.cause()),
                        new Caused(new AuthorizePaymentSucceeded(SAGA, ORDER), authorize.cause()),
                        new Caused(new AuthorizePaymentSucceeded(SAGA, ORDER), again.cause()));
    }

    @Test
    void givesBackWhatWasGrantedTooLateWhileTheUndoWaitsOn() {
        var followUp = followUp(List.of(AUTHORIZATION_REQUESTED, VOID_REQUESTED), GRANT, null, authorize, undo);

        assertThat(followUp.messages())
                .contains(new Caused(
                        new AuthorizePaymentRefused(SAGA, ORDER, "the payment was voided"), authorize.cause()));
        assertThat(followUp.newCall()).hasValueSatisfying(it -> {
            assertThat(it.call().operation()).isEqualTo(Operation.VOID);
            assertThat(it.call().token()).isNull();
            assertThat(it.waiting()).containsExactly(undo);
        });
    }

    @Test
    void givesBackTheHoldOfACaptureThatIsDeclinedWhileTheRefundWaitsOn() {
        var capture = waiting(Operation.CAPTURE);
        var refund = waiting(Operation.REFUND);
        var history = List.of(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED);
        var declined = new Instruction.Settle(Operation.CAPTURE, new Outcome.Refused("expired"));

        var followUp = followUp(history, declined, null, capture, refund);

        assertThat(followUp.messages())
                .containsExactly(
                        new Caused(new CapturePaymentRefused(SAGA, ORDER, "nothing is authorised"), capture.cause()));
        assertThat(followUp.newCall()).hasValueSatisfying(it -> {
            assertThat(it.call().operation()).isEqualTo(Operation.VOID);
            assertThat(it.waiting()).containsExactly(refund);
        });
    }

    @Test
    void tellsOfARefundAndItsAmount() {
        var refund = waiting(Operation.REFUND);
        var history = List.of(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURED, REFUND_REQUESTED);
        var performed = new Instruction.Settle(Operation.REFUND, new Outcome.Performed());

        assertThat(followUp(history, performed, null, refund).messages())
                .containsExactly(
                        new Caused(new PaymentRefunded(PAYMENT, ORDER, TERMS.amount(), AT), refund.cause()),
                        new Caused(new RefundPaymentSucceeded(SAGA, ORDER), refund.cause()));
    }

    @Test
    void saysNothingWhereAnotherProcessHasSettledTheCall() {
        var followUp = followUp(List.of(AUTHORIZATION_REQUESTED, GRANTED), GRANT, null);

        assertThat(followUp.messages()).isEmpty();
        assertThat(followUp.newCall()).isEmpty();
    }

    private static FollowUp followUp(
            List<StoredEvent> history, Instruction instruction, @Nullable String token, Waiting... waiting) {
        Transition transition = Transition.of(new PaymentStream(ORDER, history), instruction, AT);
        return new FollowUp(transition, List.of(waiting), token);
    }

    private static Waiting waiting(Operation asked) {
        return new Waiting(asked, SAGA, new Cause(UUID.randomUUID(), UUID.randomUUID(), null));
    }
}
