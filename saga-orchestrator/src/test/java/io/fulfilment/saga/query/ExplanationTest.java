package io.fulfilment.saga.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.SagaConversation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void tellsWhatIsWaitedForAndUntilWhen() {
        assertThat(whole(Stories.waitingForStock())).isEqualTo("""
                This saga, order-fulfilment version 2, is there to see an order through to goods on their way and \
                money taken, or undo all of it.
                It has waited at reserve-stock since 2026-03-01T12:00:00Z: inventory-service is asked to hold the \
                pieces of every line, or none (ReserveStock).
                reserve-stock is a compensatable step: if it is refused, or nobody answers, the whole saga is \
                undone.
                inventory-service was asked twice, from 2026-03-01T12:00:00Z to 2026-03-01T12:00:27Z.
                It has not answered.
                If there is no answer by 2026-03-01T12:01:21Z, it is asked again, up to 5 times in all; if it never \
                answers, the saga is undone.
                Next: authorize-payment, then confirm-order, then capture-payment, then dispatch-stock, then \
                complete-order and notify-of-completion together.
                If it has not come to confirm-order by 2026-03-01T12:20:00Z, it tries nothing again and is undone.
                RETRY: sends ReserveStock to inventory-service again, now, and up to 5 times in the next 15 minutes; \
                an answer to an earlier attempt still counts
                COMPENSATE: undoes the saga without waiting for reserve-stock: sends ReleaseStock to \
                inventory-service; next: reject-order, then notify-of-rejection
                """);
    }

    @Test
    void tellsWhatIsParkedWhereThereIsNoWayBack() {
        assertThat(told(Stories.parkedAtCapture())).isEqualTo("""
                It has been parked at capture-payment since 2026-03-01T12:00:04Z, and waits for an operator: \
                payment-service is asked to take the money that is held (CapturePayment).
                capture-payment is a retriable step: there is no way back any more, so it has to succeed.
                payment-service was asked once, at 2026-03-01T12:00:03Z.
                Its last answer came at 2026-03-01T12:00:04Z: CapturePaymentRefused: insufficient funds.
                It is not asked again by itself; if it says after all that it is done, the saga goes on.
                Next: dispatch-stock, then complete-order and notify-of-completion together.
                RETRY: sends CapturePayment to payment-service again, now, and up to 14 times in the next 1 hour 45 \
                minutes; an answer to an earlier attempt still counts
                RESUME: takes it that you have seen to capture-payment by other means: sends DispatchStock to \
                inventory-service; next: complete-order and notify-of-completion together
                """);
    }

    @Test
    void tellsWhatAnOperatorHadTriedAnew() {
        assertThat(told(Stories.triedAnewAtCapture())).isEqualTo("""
                It has waited at capture-payment since 2026-03-01T12:00:03Z: payment-service is asked to take the \
                money that is held (CapturePayment).
                capture-payment is a retriable step: there is no way back any more, so it has to succeed.
                payment-service was asked twice, from 2026-03-01T12:00:03Z to 2026-03-01T14:00:04Z, of which 1 since \
                an operator had it tried anew.
                Its last answer came at 2026-03-01T12:00:04Z: CapturePaymentRefused: insufficient funds.
                If there is no answer by 2026-03-01T14:00:35Z, it is asked again, up to 14 times in all; if it never \
                answers, the saga is parked for an operator.
                Next: dispatch-stock, then complete-order and notify-of-completion together.
                RETRY: sends CapturePayment to payment-service again, now, and up to 14 times in the next 1 hour 45 \
                minutes; an answer to an earlier attempt still counts
                """);
    }

    @Test
    void tellsThatNobodyKnowsOnWhichSideOfThePivotItIs() {
        assertThat(told(Stories.parkedAtThePivot())).isEqualTo("""
                It has been parked at confirm-order since 2026-03-01T13:44:16Z, and waits for an operator: \
                order-service is asked to promise the order to the customer, unless she has cancelled it \
                (ConfirmOrder).
                confirm-order is the pivot: if it is refused, the saga is undone; once it is done, there is no way \
                back.
                order-service was asked 14 times, from 2026-03-01T12:00:02Z to 2026-03-01T13:34:26Z.
                It has not answered.
                Nobody else knows whether it was done, so the saga can neither go on nor be undone.
                It is not asked again by itself; if it says after all that it is done, the saga goes on.
                Next: capture-payment, then dispatch-stock, then complete-order and notify-of-completion together.
                RETRY: sends ConfirmOrder to order-service again, now, and up to 14 times in the next 1 hour 45 \
                minutes; an answer to an earlier attempt still counts
                """);
    }

    @Test
    void tellsOfStepsThatDontWaitForEachOther() {
        assertThat(told(Stories.closing())).isEqualTo("""
                It has waited at complete-order since 2026-03-01T12:00:05Z: order-service is asked to close the \
                order (CompleteOrder).
                complete-order is a retriable step: there is no way back any more, so it has to succeed.
                order-service was asked once, at 2026-03-01T12:00:05Z.
                It has not answered.
                If there is no answer by 2026-03-01T12:00:34Z, it is asked again, up to 14 times in all; if it never \
                answers, the saga is parked for an operator.
                It has waited at notify-of-completion since 2026-03-01T12:00:05Z: notification-service is asked to \
                tell the customer that the goods are on their way (NotifyCustomer).
                notify-of-completion is an expendable step: if it can't be done, the saga goes on without it.
                notification-service was asked once, at 2026-03-01T12:00:05Z.
                It has not answered.
                If there is no answer by 2026-03-01T12:00:34Z, it is asked again, up to 14 times in all; if it never \
                answers, the saga goes on without it.
                After that it is at its end.
                RETRY: sends CompleteOrder to order-service and NotifyCustomer to notification-service again, now, \
                and up to 14 times in the next 1 hour 45 minutes; an answer to an earlier attempt still counts
                """);
    }

    @Test
    void tellsWhatWasGivenUpOnTheWayToTheEnd() {
        assertThat(told(Stories.completed())).isEqualTo("""
                It was completed at 2026-03-01T12:00:07Z: all of its steps have ended.
                notify-of-completion was given up: no such address.
                """);
    }

    @Test
    void tellsWhatDoesNotFitItsEnd() {
        assertThat(told(Stories.outOfBalance())).isEqualTo("""
                It was completed at 2026-03-01T12:00:07Z: all of its steps have ended.
                notify-of-completion was given up: no such address.
                But what the participants say of themselves does not fit that: the money was given back. So it is \
                parked since 2026-03-01T14:00:07Z, and waits for an operator.
                RESUME: takes it that you have settled what was found: the saga is COMPLETED again, and nothing is \
                sent
                """);
    }

    @Test
    void tellsWhyItWasUndone() {
        assertThat(told(Stories.declined())).isEqualTo("""
                It was compensated at 2026-03-01T12:00:05Z: authorize-payment was refused (PAYMENT_DECLINED): card \
                declined.
                What was done, or may have been, is undone: reserve-stock by release-stock.
                """);
    }

    @Test
    void tellsThatItWasCancelledAndIsStillTried() {
        assertThat(told(Stories.cancelled())).isEqualTo("""
                It is being undone since 2026-03-01T12:00:06Z: its cancellation was requested while it waited for \
                authorize-payment.
                It has been parked at release-stock since 2026-03-01T19:30:27Z, and waits for an operator: \
                inventory-service is asked to hold no pieces any more (ReleaseStock).
                release-stock is a compensation: it undoes what was done; there is no other way out, so it has to \
                succeed.
                inventory-service was asked 20 times, from 2026-03-01T12:00:07Z to 2026-03-01T18:57:57Z.
                It has not answered.
                It is still asked, next at 2026-03-01T20:00:25Z; the saga goes on as soon as it is done.
                After that it is at its end.
                Its cancellation was requested at 2026-03-01T12:00:06Z; when it has ended, order-cancellation \
                follows on it.
                RETRY: sends ReleaseStock to inventory-service again, now, and up to 20 times in the next 7 hours 31 \
                minutes; an answer to an earlier attempt still counts
                RESUME: takes it that you have seen to release-stock by other means: sends nothing; the saga is \
                COMPENSATED, and order-cancellation follows on it
                """);
    }

    @Test
    void leavesTheOperatorsWordsInTheLog() {
        assertThat(told(Stories.undoneByAnOperator())).isEqualTo("""
                It was compensated at 2026-03-01T12:00:34Z: an operator, whose name and words are in the log, had it \
                undone while it waited for reserve-stock.
                What was done, or may have been, is undone: reserve-stock by release-stock.
                notify-of-rejection was left out: it is taken only if the order is not to be cancelled.
                """);
    }

    @Test
    void tellsOfTheSagaThatFollows() {
        assertThat(told(Stories.cancellation())).isEqualTo("""
                It has waited at refund-payment since 2026-03-01T12:00:00Z: payment-service is asked to give back \
                what was taken, and take nothing from now on (RefundPayment).
                refund-payment is a retriable step: there is no way back any more, so it has to succeed.
                payment-service was asked once, at 2026-03-01T12:00:00Z.
                It has not answered.
                If there is no answer by 2026-03-01T12:00:32Z, it is asked again, up to 14 times in all; if it never \
                answers, the saga is parked for an operator.
                It has waited at restock since 2026-03-01T12:00:00Z: inventory-service is asked to take back what \
                was sent, and send nothing from now on (Restock).
                restock is a retriable step: there is no way back any more, so it has to succeed.
                inventory-service was asked once, at 2026-03-01T12:00:00Z.
                It has not answered.
                If there is no answer by 2026-03-01T12:00:27Z, it is asked again, up to 14 times in all; if it never \
                answers, the saga is parked for an operator.
                Next: cancel-order and notify-of-cancellation together.
                RETRY: sends RefundPayment to payment-service and Restock to inventory-service again, now, and up to \
                14 times in the next 1 hour 45 minutes; an answer to an earlier attempt still counts
                """);
    }

    @Test
    void hasNothingPersonal() {
        var stories = List.<SagaConversation<?>>of(
                Stories.waitingForStock(),
                Stories.triedAnewAtCapture(),
                Stories.cancelled(),
                Stories.undoneByAnOperator(),
                Stories.cancellation());

        assertThat(stories)
                .allSatisfy(story -> assertThat(whole(story))
                        .doesNotContain("olivia", "because", "ada@example.com", "alice", "tok_ok", "1 Street"));
    }

    /** Without the sentence that is the same for every saga of a type. */
    private static String told(SagaConversation<?> story) {
        return whole(story).lines().skip(1).collect(Collectors.joining("\n", "", "\n"));
    }

    private static <D> String whole(SagaConversation<D> story) {
        var view = SagaView.of(story.definition(), story.saga(), Stories.ORDER.value(), 1, story.lines());
        var choices = view.choices().stream()
                .map(choice -> choice.act() + ": " + choice.effect() + "\n")
                .toList();
        return String.join("\n", view.explanation()) + "\n" + String.join("", choices);
    }
}
