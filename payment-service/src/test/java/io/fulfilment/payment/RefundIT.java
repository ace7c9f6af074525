package io.fulfilment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.payment.Saga.Answered;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the money of an order that is cancelled. */
class RefundIT extends PaymentServiceTestBase {

    @Test
    void givesBackWhatWasTaken() {
        Answered[] paid = saga.paid("tok_ok");
        UUID refund = saga.refund();

        saga.hasAlsoBeenAnswered(paid, new Answered("RefundPaymentSucceeded", refund));
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentCaptured", "PaymentRefunded");
        assertThat(GATEWAY.ledger(saga.order()))
                .containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED", "REFUND SUCCEEDED");
        assertThat(callsOut()).isZero();
    }

    @Test
    void answersARepeatedCommandAgainWithoutASecondRefund() {
        Answered[] paid = saga.paid("tok_ok");
        UUID first = saga.refund();
        UUID second = saga.refund();

        saga.hasAlsoBeenAnswered(
                paid, new Answered("RefundPaymentSucceeded", first), new Answered("RefundPaymentSucceeded", second));
        assertThat(GATEWAY.posts(saga.order())).isEqualTo(3);
        assertThat(saga.facts()).containsOnlyOnce("PaymentRefunded");
    }

    @Test
    void isRefusedWhereTheGatewayRefuses() {
        Answered[] paid = saga.paid("tok_no_refund");
        UUID refund = saga.refund();

        saga.hasAlsoBeenAnswered(paid, new Answered("RefundPaymentRefused", refund));
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentCaptured");
        assertThat(view("status")).isEqualTo("REFUND_REFUSED");
        assertThat(view("reason")).isEqualTo("no refund");
    }

    @Test
    void givesBackAHold() {
        var authorized = new Answered("AuthorizePaymentSucceeded", saga.authorize("tok_ok"));
        saga.hasBeenAnswered(authorized);
        UUID refund = saga.refund();

        saga.hasBeenAnswered(authorized, new Answered("RefundPaymentSucceeded", refund));
        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED", "VOID SUCCEEDED");
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentVoided");
    }

    @Test
    void isRefusedWhereTheGatewayDoesNotGiveBackWhatItDidNotTake() {
        var authorized = new Answered("AuthorizePaymentSucceeded", saga.authorize("tok_lapsed"));
        saga.hasBeenAnswered(authorized);
        var refused = new Answered("CapturePaymentRefused", saga.capture());
        saga.hasBeenAnswered(authorized, refused);
        var first = new Answered("RefundPaymentRefused", saga.refund());
        saga.hasBeenAnswered(authorized, refused, first);
        var second = new Answered("RefundPaymentRefused", saga.refund());

        saga.hasBeenAnswered(authorized, refused, first, second);
        assertThat(callsOut()).isZero();
        assertThat(saga.facts()).containsExactly("PaymentAuthorized");
        assertThat(history()).endsWith("CaptureDeclined", "ReturnRequested", "VoidDeclined");
        assertThat(view("status")).isEqualTo("VOID_REFUSED");
        assertThat(view("reason")).isEqualTo("lapsed");
    }

    @Test
    void givesBackAtOnceWhatTheGatewayTakesMeanwhile() {
        var authorized = new Answered("AuthorizePaymentSucceeded", saga.authorize("tok_undecided"));
        saga.hasBeenAnswered(authorized);
        UUID capture = saga.capture();
        await().until(() -> GATEWAY.posts(saga.order()) > 1);
        UUID refund = saga.refund();
        await().until(() -> history().contains("RefundRequested"));
        GATEWAY.relent(saga.order());

        saga.hasBeenAnswered(
                authorized,
                new Answered("CapturePaymentSucceeded", capture),
                new Answered("RefundPaymentSucceeded", refund));
        assertThat(GATEWAY.ledger(saga.order()))
                .containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED", "REFUND SUCCEEDED");
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentCaptured", "PaymentRefunded");
        assertThat(history()).endsWith("RefundRequested", "CapturePerformed", "RefundPerformed");
    }

    @Test
    void looksUpARefundThatGotNoAnswer() {
        Answered[] paid = saga.paid("tok_timeout");
        UUID refund = saga.refund();

        saga.hasAlsoBeenAnswered(paid, new Answered("RefundPaymentSucceeded", refund));
        assertThat(GATEWAY.requests(saga.order()))
                .endsWith("POST " + saga.order() + ":REFUND", "GET " + saga.order() + ":REFUND");
        assertThat(GATEWAY.posts(saga.order())).isEqualTo(3);
    }

    @Test
    void repeatsARefundThatFailedWithTheSameKey() {
        Answered[] paid = saga.paid("tok_flaky");
        UUID refund = saga.refund();

        saga.hasAlsoBeenAnswered(paid, new Answered("RefundPaymentSucceeded", refund));
        assertThat(GATEWAY.ledger(saga.order())).containsOnlyOnce("REFUND SUCCEEDED");
    }

    @Test
    void keepsAPaymentFromBeingTakenThatWasNotAskedForYet() {
        UUID refund = saga.refund();
        UUID authorize = saga.authorize("tok_ok");

        saga.hasBeenAnswered(
                new Answered("RefundPaymentSucceeded", refund), new Answered("AuthorizePaymentRefused", authorize));
        assertThat(GATEWAY.requests(saga.order())).isEmpty();
    }

    private List<@Nullable String> history() {
        return jdbc.sql("SELECT type FROM payment_event WHERE order_id = ? ORDER BY version")
                .param(saga.orderId().value())
                .query(String.class)
                .list();
    }

    private String view(String column) {
        return jdbc.sql("SELECT " + column + " FROM payment_view WHERE order_id = ?")
                .param(saga.orderId().value())
                .query(String.class)
                .single();
    }
}
