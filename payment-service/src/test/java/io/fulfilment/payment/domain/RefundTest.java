package io.fulfilment.payment.domain;

import static io.fulfilment.payment.domain.Operation.AUTHORIZE;
import static io.fulfilment.payment.domain.Operation.CAPTURE;
import static io.fulfilment.payment.domain.Operation.REFUND;
import static io.fulfilment.payment.domain.Operation.VOID;
import static io.fulfilment.payment.domain.PaymentScenario.AUTHORIZATION_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.FORESTALLED;
import static io.fulfilment.payment.domain.PaymentScenario.GRANTED;
import static io.fulfilment.payment.domain.PaymentScenario.REFUNDED;
import static io.fulfilment.payment.domain.PaymentScenario.REFUND_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.REFUND_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.RETURN_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.VOIDED;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.given;
import static io.fulfilment.payment.domain.PaymentScenario.performed;
import static io.fulfilment.payment.domain.PaymentScenario.refused;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefundTest {

    private static final Instruction ASKED = PaymentScenario.REFUND;
    private static final Answer DONE = new Answer.Succeeded();
    private static final Answer NOT_YET = new Answer.NotYet();

    @Test
    void leavesATombstoneIfNothingWasAskedFor() {
        given().when(ASKED).then(FORESTALLED).needsNothing().answers(REFUND, DONE);
    }

    @Test
    void givesBackWhatWasTaken() {
        given(taken()).when(ASKED).then(REFUND_REQUESTED).needs(REFUND).answers(REFUND, NOT_YET);
        given(taken(REFUND_REQUESTED))
                .when(performed(REFUND))
                .then(REFUNDED)
                .needsNothing()
                .answers(REFUND, DONE);
    }

    @Test
    void isRefusedWithTheGatewaysReasonHoweverOftenItIsAsked() {
        given(taken(REFUND_REQUESTED))
                .when(refused(REFUND, "no refund"))
                .then(REFUND_DECLINED)
                .needsNothing()
                .answers(REFUND, new Answer.Refused("no refund"));
        given(taken(REFUND_REQUESTED, REFUND_DECLINED))
                .when(ASKED)
                .thenNothing()
                .answers(REFUND, new Answer.Refused("no refund"));
    }

    @Test
    void givesBackWhatIsHeld() {
        given(AUTHORIZATION_REQUESTED, GRANTED)
                .when(ASKED)
                .then(RETURN_REQUESTED)
                .needs(VOID)
                .answers(REFUND, NOT_YET);
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURE_DECLINED)
                .when(ASKED)
                .then(RETURN_REQUESTED)
                .needs(VOID)
                .answers(REFUND, NOT_YET);
        given(AUTHORIZATION_REQUESTED, GRANTED, RETURN_REQUESTED)
                .when(performed(VOID))
                .then(VOIDED)
                .answers(REFUND, DONE);
    }

    @Test
    void waitsForAnAuthorisationThatIsOut() {
        given(AUTHORIZATION_REQUESTED)
                .when(ASKED)
                .then(RETURN_REQUESTED)
                .needs(AUTHORIZE)
                .answers(REFUND, NOT_YET);
        given(AUTHORIZATION_REQUESTED, RETURN_REQUESTED)
                .when(performed(AUTHORIZE))
                .then(GRANTED)
                .needs(VOID)
                .answers(REFUND, NOT_YET);
    }

    @Test
    void waitsForACaptureThatIsOut() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED)
                .when(ASKED)
                .then(REFUND_REQUESTED)
                .needs(CAPTURE)
                .answers(REFUND, NOT_YET)
                .answers(CAPTURE, NOT_YET);
    }

    @Test
    void givesBackAtOnceWhatIsTakenTooLate() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED)
                .when(performed(CAPTURE))
                .then(CAPTURED)
                .needs(REFUND)
                .answers(REFUND, NOT_YET)
                .answers(CAPTURE, DONE);
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED, CAPTURED)
                .when(performed(REFUND))
                .then(REFUNDED)
                .needsNothing()
                .answers(REFUND, DONE);
    }

    @Test
    void givesBackWhatIsHeldOnceTheCaptureThatWasOutIsDeclined() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED)
                .when(refused(CAPTURE, "expired"))
                .then(CAPTURE_DECLINED, RETURN_REQUESTED)
                .needs(VOID)
                .answers(REFUND, NOT_YET)
                .answers(CAPTURE, new Answer.Refused("nothing is authorised"));
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED, CAPTURE_DECLINED, RETURN_REQUESTED)
                .when(performed(VOID))
                .then(VOIDED)
                .answers(REFUND, DONE);
    }

    @Test
    void isRefusedWhereTheGatewayDoesNotGiveBackWhatIsHeld() {
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURE_DECLINED, RETURN_REQUESTED)
                .when(refused(VOID, "lapsed"))
                .then(VOID_DECLINED)
                .needsNothing()
                .answers(REFUND, new Answer.Refused("lapsed"));
        given(AUTHORIZATION_REQUESTED, GRANTED, RETURN_REQUESTED, VOID_DECLINED)
                .when(ASKED)
                .thenNothing()
                .answers(REFUND, new Answer.Refused("lapsed"));
        given(AUTHORIZATION_REQUESTED, GRANTED, RETURN_REQUESTED, VOID_DECLINED)
                .when(performed(VOID))
                .thenNothing();
    }

    @Test
    void canNotBeVoidedAsWell() {
        given(AUTHORIZATION_REQUESTED, RETURN_REQUESTED)
                .when(PaymentScenario.VOID)
                .thenIllegal();
        given(AUTHORIZATION_REQUESTED, GRANTED, RETURN_REQUESTED)
                .when(PaymentScenario.VOID)
                .thenIllegal();
        given(AUTHORIZATION_REQUESTED, GRANTED, RETURN_REQUESTED, VOID_DECLINED)
                .when(PaymentScenario.VOID)
                .thenIllegal();
    }

    @Test
    void repeatedHasNoSecondEffect() {
        given(FORESTALLED).when(ASKED).thenNothing().answers(REFUND, DONE);
        given(AUTHORIZATION_REQUESTED, DECLINED).when(ASKED).thenNothing().answers(REFUND, DONE);
        given(AUTHORIZATION_REQUESTED, VOID_REQUESTED).when(ASKED).thenNothing().answers(REFUND, NOT_YET);
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED)
                .when(ASKED)
                .thenNothing()
                .answers(REFUND, NOT_YET);
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED, VOIDED)
                .when(ASKED)
                .thenNothing()
                .answers(REFUND, DONE);
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED)
                .when(ASKED)
                .thenNothing()
                .needs(CAPTURE)
                .answers(REFUND, NOT_YET);
        given(taken(REFUND_REQUESTED)).when(ASKED).thenNothing().needs(REFUND).answers(REFUND, NOT_YET);
        given(taken(REFUND_REQUESTED, REFUNDED)).when(ASKED).thenNothing().answers(REFUND, DONE);
    }

    @Test
    void isSettledOnceHoweverOftenTheGatewayAnswers() {
        given(taken(REFUND_REQUESTED, REFUNDED)).when(performed(REFUND)).thenNothing();
        given(taken(REFUND_REQUESTED, REFUND_DECLINED)).when(performed(REFUND)).thenNothing();
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED)
                .when(performed(REFUND))
                .thenNothing();
    }

    @Test
    void letsWhatWasDoneBeforeStand() {
        var ends = Stream.of(
                taken(REFUND_REQUESTED), taken(REFUND_REQUESTED, REFUNDED), taken(REFUND_REQUESTED, REFUND_DECLINED));
        ends.forEach(end -> {
            given(end).when(PaymentScenario.CAPTURE).thenNothing().answers(CAPTURE, DONE);
            given(end).when(PaymentScenario.AUTHORIZE).thenNothing().answers(AUTHORIZE, DONE);
            given(end).when(PaymentScenario.VOID).thenIllegal();
        });
        given(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, REFUND_REQUESTED)
                .when(PaymentScenario.VOID)
                .thenIllegal();
    }

    @Test
    void isFollowedByNoOtherCapture() {
        given(FORESTALLED)
                .when(PaymentScenario.AUTHORIZE)
                .thenNothing()
                .answers(AUTHORIZE, new Answer.Refused("the payment was voided"));
        given(AUTHORIZATION_REQUESTED, GRANTED, VOID_REQUESTED)
                .when(PaymentScenario.CAPTURE)
                .thenNothing()
                .answers(CAPTURE, new Answer.Refused("nothing is authorised"));
    }

    private static StoredEvent[] taken(StoredEvent... since) {
        return Stream.concat(Stream.of(AUTHORIZATION_REQUESTED, GRANTED, CAPTURE_REQUESTED, CAPTURED), Stream.of(since))
                .toArray(StoredEvent[]::new);
    }
}
