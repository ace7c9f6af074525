package io.fulfilment.payment.domain;

import static io.fulfilment.payment.domain.Operation.CAPTURE;
import static io.fulfilment.payment.domain.PaymentScenario.AUTHORIZATION_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.FORESTALLED;
import static io.fulfilment.payment.domain.PaymentScenario.GRANTED;
import static io.fulfilment.payment.domain.PaymentScenario.VOIDED;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.given;
import static io.fulfilment.payment.domain.PaymentScenario.performed;
import static io.fulfilment.payment.domain.PaymentScenario.refused;

import org.junit.jupiter.api.Test;

class CaptureTest {

    private static final Instruction ASKED = PaymentScenario.CAPTURE;
    private static final Answer NOTHING_HELD = new Answer.Refused("nothing is authorised");

    @Test
    void takesWhatIsAuthorised() {
        given(AUTHORIZATION_REQUESTED, GRANTED)
                .when(ASKED)
                .then(CAPTURE_REQUESTED)
                .needs(CAPTURE)
                .answers(CAPTURE, new Answer.NotYet());
    }

    @Test
    void isAnsweredWithSuccessWhenTheGatewayHasTakenIt() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED)
                .when(performed(CAPTURE))
                .then(CAPTURED)
                .needsNothing()
                .answers(CAPTURE, new Answer.Succeeded());
    }

    @Test
    void isRefusedWithTheGatewaysReasonHoweverOftenItIsAsked() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED)
                .when(refused(CAPTURE, "expired"))
                .then(CAPTURE_DECLINED)
                .answers(CAPTURE, new Answer.Refused("expired"));
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURE_DECLINED)
                .when(ASKED)
                .thenNothing()
                .answers(CAPTURE, new Answer.Refused("expired"));
    }

    @Test
    void isNeverRequestedTwice() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED)
                .when(ASKED)
                .thenNothing()
                .answers(CAPTURE, new Answer.NotYet());
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURED)
                .when(ASKED)
                .thenNothing()
                .answers(CAPTURE, new Answer.Succeeded());
    }

    @Test
    void needsAnAuthorisation() {
        given().when(ASKED).thenNothing().answers(CAPTURE, NOTHING_HELD);
        given(AUTHORIZATION_REQUESTED).when(ASKED).thenNothing().answers(CAPTURE, NOTHING_HELD);
        given(AUTHORIZATION_REQUESTED, DECLINED).when(ASKED).thenNothing().answers(CAPTURE, NOTHING_HELD);
        given(FORESTALLED).when(ASKED).thenNothing().answers(CAPTURE, NOTHING_HELD);
    }

    @Test
    void isRefusedOnceTheAuthorisationIsGivenBack() {
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED)
                .when(ASKED)
                .thenNothing()
                .answers(CAPTURE, NOTHING_HELD);
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED, VOIDED)
                .when(ASKED)
                .thenNothing()
                .answers(CAPTURE, NOTHING_HELD);
    }
}
