package io.fulfilment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.payment.Saga.Answered;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a saga gets for what it asks. */
class PaymentConversationIT extends PaymentServiceTestBase {

    @Test
    void authorisesAndCaptures() {
        UUID authorize = saga.authorize("tok_ok");
        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", authorize));
        UUID capture = saga.capture();
        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentSucceeded", authorize), new Answered("CapturePaymentSucceeded", capture));

        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentCaptured");
        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED");
        assertThat(GATEWAY.posts(saga.order())).isEqualTo(2);
        assertThat(callsOut()).isZero();
    }

    @Test
    void tellsTheGatewayWhichConversationItIsAbout() {
        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", saga.authorize("tok_ok")));

        assertThat(GATEWAY.baggage(saga.order())).matches("correlationId=[0-9a-f-]{36}");
    }

    @Test
    void refusesADeclinedCard() {
        UUID authorize = saga.authorize("tok_declined");

        saga.hasBeenAnswered(new Answered("AuthorizePaymentRefused", authorize));
        assertThat(saga.facts()).containsExactly("PaymentDeclined");
    }

    @Test
    void givesBackWhatItHeld() {
        UUID authorize = saga.authorize("tok_ok");
        UUID undo = saga.undo();

        saga.hasBeenAnswered(answersOf(authorize, undo));
        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED", "VOID SUCCEEDED");
        assertThat(saga.facts()).containsExactly("PaymentAuthorized", "PaymentVoided");
    }

    /** The undo may overtake the gateway's answer; then the authorisation is refused. */
    private Answered[] answersOf(UUID authorize, UUID undo) {
        await().until(() -> saga.facts().contains("PaymentVoided"));
        boolean overtook =
                jdbc.sql("""
                        SELECT version = 2 FROM payment_event WHERE order_id = ? AND type = 'VoidRequested'
                        """).param(saga.orderId().value()).query(Boolean.class).single();
        return new Answered[] {
            new Answered(overtook ? "AuthorizePaymentRefused" : "AuthorizePaymentSucceeded", authorize),
            new Answered("VoidPaymentSucceeded", undo)
        };
    }

    @Test
    void refusesToDoWhatIsUndoneAlready() {
        UUID undo = saga.undo();
        UUID authorize = saga.authorize("tok_ok");

        saga.hasBeenAnswered(
                new Answered("VoidPaymentSucceeded", undo), new Answered("AuthorizePaymentRefused", authorize));
        assertThat(GATEWAY.requests(saga.order())).isEmpty();
        assertThat(saga.facts()).isEmpty();
    }

    @Test
    void answersARepeatedCommandAgainWithoutASecondEffect() {
        UUID first = saga.authorize("tok_ok");
        UUID second = saga.authorize("tok_ok");
        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentSucceeded", first), new Answered("AuthorizePaymentSucceeded", second));
        UUID third = saga.authorize("tok_ok");

        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentSucceeded", first),
                new Answered("AuthorizePaymentSucceeded", second),
                new Answered("AuthorizePaymentSucceeded", third));
        assertThat(GATEWAY.posts(saga.order())).isEqualTo(1);
        assertThat(saga.facts()).containsExactly("PaymentAuthorized");
    }

    @Test
    void answersEveryCommandThatCameWhileTheGatewayWasSilent() {
        UUID first = saga.authorize("tok_timeout");
        UUID second = saga.authorize("tok_timeout");
        UUID undo = saga.undo();

        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentRefused", first),
                new Answered("AuthorizePaymentRefused", second),
                new Answered("VoidPaymentSucceeded", undo));
        assertThat(GATEWAY.ledger(saga.order())).containsExactly("AUTHORIZE SUCCEEDED", "VOID SUCCEEDED");
    }

    @Test
    void forgetsTheCardsToken() {
        UUID authorize = saga.authorize("tok_ok");
        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", authorize));

        assertThat(callsOut()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM payment_event WHERE payload::text LIKE '%tok_%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
