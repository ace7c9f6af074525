package io.fulfilment.payment.domain;

import static io.fulfilment.payment.domain.Operation.AUTHORIZE;
import static io.fulfilment.payment.domain.Operation.VOID;
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

class VoidTest {

    private static final Instruction ASKED = PaymentScenario.VOID;
    private static final Answer VOIDED_ALREADY = new Answer.Refused("the payment was voided");

    @Test
    void leavesATombstoneIfNothingWasAskedFor() {
        given().when(ASKED).then(FORESTALLED).needsNothing().answers(VOID, new Answer.Succeeded());
    }

    @Test
    void givesBackWhatIsAuthorised() {
        given(AUTHORIZATION_REQUESTED, GRANTED)
                .when(ASKED)
                .then(VOID_REQUESTED)
                .needs(VOID)
                .answers(VOID, new Answer.NotYet());
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED)
                .when(performed(VOID))
                .then(VOIDED)
                .needsNothing()
                .answers(VOID, new Answer.Succeeded());
    }

    @Test
    void waitsForAnAuthorisationThatIsOut() {
        given(AUTHORIZATION_REQUESTED)
                .when(ASKED)
                .then(VOID_REQUESTED)
                .needs(AUTHORIZE)
                .answers(VOID, new Answer.NotYet())
                .answers(AUTHORIZE, VOIDED_ALREADY);
    }

    @Test
    void givesBackAtOnceWhatIsGrantedTooLate() {
        given(AUTHORIZATION_REQUESTED, VOID_REQUESTED)
                .when(performed(AUTHORIZE))
                .then(GRANTED)
                .needs(VOID)
                .answers(VOID, new Answer.NotYet())
                .answers(AUTHORIZE, VOIDED_ALREADY);
    }

    @Test
    void isDoneWhenTheAuthorisationThatWasOutIsDeclined() {
        given(AUTHORIZATION_REQUESTED, VOID_REQUESTED)
                .when(refused(AUTHORIZE, "no cover"))
                .then(DECLINED)
                .needsNothing()
                .answers(VOID, new Answer.Succeeded());
    }

    @Test
    void givesBackWhatCouldNotBeCaptured() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURE_DECLINED)
                .when(ASKED)
                .then(VOID_REQUESTED)
                .needs(VOID);
    }

    @Test
    void repeatedHasNoSecondEffect() {
        given(FORESTALLED).when(ASKED).thenNothing().answers(VOID, new Answer.Succeeded());
        given(AUTHORIZATION_REQUESTED, VOID_REQUESTED).when(ASKED).thenNothing().answers(VOID, new Answer.NotYet());
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED)
                .when(ASKED)
                .thenNothing()
                .answers(VOID, new Answer.NotYet());
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED, VOIDED)
                .when(ASKED)
                .thenNothing()
                .answers(VOID, new Answer.Succeeded());
    }

    @Test
    void isNeededAllTheSameWhereTheGatewayDeclines() {
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED)
                .when(refused(VOID, "lapsed"))
                .thenNothing()
                .needs(VOID)
                .answers(VOID, new Answer.NotYet());
    }

    @Test
    void ofADeclinedPaymentHasNothingToDo() {
        given(AUTHORIZATION_REQUESTED, DECLINED).when(ASKED).thenNothing().answers(VOID, new Answer.Succeeded());
    }

    @Test
    void failsLoudlyWhereTheMoneyMayBeTaken() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED).when(ASKED).thenIllegal();
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURED)
                .when(ASKED)
                .thenIllegal();
    }
}
