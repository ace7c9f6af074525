package io.fulfilment.payment.domain;

import static io.fulfilment.payment.domain.Operation.AUTHORIZE;
import static io.fulfilment.payment.domain.PaymentScenario.AUTHORIZATION_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.FORESTALLED;
import static io.fulfilment.payment.domain.PaymentScenario.GRANTED;
import static io.fulfilment.payment.domain.PaymentScenario.ORDER;
import static io.fulfilment.payment.domain.PaymentScenario.TERMS;
import static io.fulfilment.payment.domain.PaymentScenario.VOIDED;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.given;
import static io.fulfilment.payment.domain.PaymentScenario.performed;
import static io.fulfilment.payment.domain.PaymentScenario.refused;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.PaymentId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthorizeTest {

    private static final Instruction ASKED = PaymentScenario.AUTHORIZE;

    @Test
    void storesTheIntentWithItsKeyBeforeTheGatewayIsAsked() {
        given().when(ASKED).then(AUTHORIZATION_REQUESTED).needs(AUTHORIZE).answers(AUTHORIZE, new Answer.NotYet());
    }

    @Test
    void isAnsweredWithSuccessWhenTheGatewayGrantsIt() {
        given(AUTHORIZATION_REQUESTED)
                .when(performed(AUTHORIZE))
                .then(GRANTED)
                .needsNothing()
                .answers(AUTHORIZE, new Answer.Succeeded());
    }

    @Test
    void isRefusedWithTheGatewaysReason() {
        given(AUTHORIZATION_REQUESTED)
                .when(refused(AUTHORIZE, "no cover"))
                .then(DECLINED)
                .needsNothing()
                .answers(AUTHORIZE, new Answer.Refused("no cover"));
    }

    @Test
    void repeatedWhileTheGatewayIsSilentWaitsToo() {
        given(AUTHORIZATION_REQUESTED).when(ASKED).thenNothing().answers(AUTHORIZE, new Answer.NotYet());
    }

    @Test
    void repeatedGetsTheSameAnswer() {
        given(AUTHORIZATION_REQUESTED, GRANTED).when(ASKED).thenNothing().answers(AUTHORIZE, new Answer.Succeeded());
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURED)
                .when(ASKED)
                .thenNothing()
                .answers(AUTHORIZE, new Answer.Succeeded());
        given(AUTHORIZATION_REQUESTED, DECLINED)
                .when(ASKED)
                .thenNothing()
                .answers(AUTHORIZE, new Answer.Refused("no cover"));
    }

    @Test
    void repeatedUnderAnotherPaymentIdIsStillTheSame() {
        var again = new PaymentTerms(new PaymentId(UUID.randomUUID()), ORDER, TERMS.customerId(), TERMS.amount());

        given(AUTHORIZATION_REQUESTED)
                .when(new Instruction.Authorize(again))
                .thenNothing()
                .needs(AUTHORIZE);
    }

    @Test
    void ofAnotherAmountContradictsTheHistory() {
        var other = new PaymentTerms(TERMS.paymentId(), ORDER, TERMS.customerId(), Money.of("20.00", "EUR"));

        given(AUTHORIZATION_REQUESTED).when(new Instruction.Authorize(other)).thenIllegal();
    }

    @Test
    void isRefusedAfterTheTombstone() {
        given(FORESTALLED)
                .when(ASKED)
                .thenNothing()
                .needsNothing()
                .answers(AUTHORIZE, new Answer.Refused("the payment was voided"));
    }

    @Test
    void isRefusedAfterTheUndo() {
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED, VOIDED)
                .when(ASKED)
                .thenNothing()
                .needsNothing()
                .answers(AUTHORIZE, new Answer.Refused("the payment was voided"));
    }

    @Test
    void isSettledOnceHoweverOftenTheGatewayAnswers() {
        given(AUTHORIZATION_REQUESTED, GRANTED).when(performed(AUTHORIZE)).thenNothing();
        given(AUTHORIZATION_REQUESTED, DECLINED).when(performed(AUTHORIZE)).thenNothing();
    }
}
