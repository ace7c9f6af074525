package io.fulfilment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.payment.Saga.Answered;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However the gateway fails, the customer is charged once. */
class GatewayFaultsIT extends PaymentServiceTestBase {

    @Test
    void looksUpACallThatGotNoAnswerInsteadOfRepeatingIt() {
        UUID authorize = saga.authorize("tok_timeout");
        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", authorize));
        UUID capture = saga.capture();
        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentSucceeded", authorize), new Answered("CapturePaymentSucceeded", capture));

        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED");
        // Each call took longer than its lease, and yet nobody else took it up.
        assertThat(GATEWAY.requests(saga.order()))
                .containsExactly(
                        "POST " + saga.order() + ":AUTHORIZE",
                        "GET " + saga.order() + ":AUTHORIZE",
                        "POST " + saga.order() + ":CAPTURE",
                        "GET " + saga.order() + ":CAPTURE");
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentCaptured");
    }

    @Test
    void asksForAnUndoUntilTheGatewayDoesIt() {
        var authorized = new Answered("AuthorizePaymentSucceeded", saga.authorize("tok_lapsed"));
        saga.hasBeenAnswered(authorized);
        UUID undo = saga.undo();
        String lookUp = "GET " + saga.order() + ":VOID";
        await().until(() -> Collections.frequency(GATEWAY.requests(saga.order()), lookUp) > 1);
        assertThat(jdbc.sql("SELECT last_fault FROM gateway_call WHERE order_id = ?")
                        .param(saga.orderId().value())
                        .query(String.class)
                        .single())
                .contains("lapsed");

        GATEWAY.relent(saga.order());

        saga.hasBeenAnswered(authorized, new Answered("VoidPaymentSucceeded", undo));
        assertThat(callsOut()).isZero();
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentVoided");
    }

    @Test
    void repeatsAFailedCallWithTheSameKey() {
        UUID authorize = saga.authorize("tok_flaky");

        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", authorize));
        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED");
        assertThat(GATEWAY.requests(saga.order()))
                .filteredOn(request -> request.startsWith("POST"))
                .hasSize(3)
                .containsOnly("POST " + saga.order() + ":AUTHORIZE");
        assertThat(callsOut()).isZero();
    }
}
