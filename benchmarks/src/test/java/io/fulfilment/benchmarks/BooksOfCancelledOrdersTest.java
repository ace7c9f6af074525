package io.fulfilment.benchmarks;

import static io.fulfilment.benchmarks.Cancellations.Outcome.ACCEPTED;
import static io.fulfilment.benchmarks.Cancellations.Outcome.REFUSED;
import static io.fulfilment.benchmarks.Cancellations.Outcome.UNCLEAR;
import static io.fulfilment.benchmarks.SampleBooks.AUTHORIZED;
import static io.fulfilment.benchmarks.SampleBooks.BEFORE;
import static io.fulfilment.benchmarks.SampleBooks.CAPTURED;
import static io.fulfilment.benchmarks.SampleBooks.COMPLETED;
import static io.fulfilment.benchmarks.SampleBooks.DECLINED;
import static io.fulfilment.benchmarks.SampleBooks.REFUND;
import static io.fulfilment.benchmarks.SampleBooks.REFUNDED;
import static io.fulfilment.benchmarks.SampleBooks.REJECTED;
import static io.fulfilment.benchmarks.SampleBooks.SHIPPED;
import static io.fulfilment.benchmarks.SampleBooks.UNDONE;
import static io.fulfilment.benchmarks.SampleBooks.VOIDED;
import static io.fulfilment.benchmarks.SampleBooks.amount;
import static io.fulfilment.benchmarks.SampleBooks.cancelled;
import static io.fulfilment.benchmarks.SampleBooks.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.Books.Operation;
import org.junit.jupiter.api.Test;

class BooksOfCancelledOrdersTest {

    @Test
    void anOrderAddsUpThatIsCancelledBeforeItsCardIsAsked() {
        assertThat(cancelled(false, ACCEPTED, UNDONE, BEFORE).discrepancies()).isEmpty();
        assertThat(cancelled(true, ACCEPTED, UNDONE, BEFORE).discrepancies()).isEmpty();
    }

    @Test
    void anOrderAddsUpThatIsCancelledBeforeThePivot() {
        assertThat(cancelled(false, ACCEPTED, UNDONE, BEFORE, AUTHORIZED, VOIDED)
                        .discrepancies())
                .isEmpty();
    }

    @Test
    void anOrderAddsUpThatIsCancelledAfterThePivot() {
        assertThat(cancelled(false, ACCEPTED, REFUNDED, BEFORE, AUTHORIZED, CAPTURED, REFUND)
                        .discrepancies())
                .isEmpty();
    }

    @Test
    void anOrderAddsUpWhoseCancellationIsRefused() {
        assertThat(cancelled(false, REFUSED, COMPLETED, SHIPPED, AUTHORIZED, CAPTURED)
                        .discrepancies())
                .isEmpty();
        assertThat(cancelled(true, REFUSED, REJECTED, BEFORE, DECLINED).discrepancies())
                .isEmpty();
    }

    @Test
    void eitherEndAddsUpWhereItIsUnclearWhetherACancellationWasAccepted() {
        assertThat(cancelled(false, UNCLEAR, COMPLETED, SHIPPED, AUTHORIZED, CAPTURED)
                        .discrepancies())
                .isEmpty();
        assertThat(cancelled(false, UNCLEAR, REFUNDED, BEFORE, AUTHORIZED, CAPTURED, REFUND)
                        .discrepancies())
                .isEmpty();
    }

    @Test
    void findsACancellationThatWasAcceptedAndForgotten() {
        assertThat(cancelled(false, ACCEPTED, COMPLETED, SHIPPED, AUTHORIZED, CAPTURED)
                        .discrepancies())
                .anyMatch(what -> what.contains("status should be CANCELLED, is COMPLETED"))
                .anyMatch(what -> what.contains("kept 30.00 of 0"));
    }

    @Test
    void findsACancellationThatWasRefusedAndDone() {
        assertThat(cancelled(false, REFUSED, REFUNDED, BEFORE, AUTHORIZED, CAPTURED, REFUND)
                        .discrepancies())
                .anyMatch(what -> what.contains("status should be COMPLETED, is CANCELLED"))
                .anyMatch(what -> what.contains("kept 0.00 of 30.00"));
    }

    @Test
    void findsMoneyThatWasNotGivenBack() {
        assertThat(cancelled(false, ACCEPTED, REFUNDED, BEFORE, AUTHORIZED, CAPTURED)
                        .discrepancies())
                .anyMatch(what -> what.contains("kept 30.00 of 0"));
    }

    @Test
    void findsMoneyThatWasGivenBackTwice() {
        var again = new Operation("o:REFUND:2", "REFUND", "SUCCEEDED", amount());

        assertThat(cancelled(false, ACCEPTED, REFUNDED, BEFORE, AUTHORIZED, CAPTURED, REFUND, again)
                        .discrepancies())
                .anyMatch(what -> what.contains("kept -30.00 of 0"));
    }

    @Test
    void findsGoodsThatWereNotTakenBack() {
        assertThat(cancelled(false, ACCEPTED, REFUNDED, SHIPPED, AUTHORIZED, CAPTURED, REFUND)
                        .discrepancies())
                .containsExactly("SKU-0001 shipped should be 0, is 3");
    }

    @Test
    void findsACustomerWhoWasNotToldThatHerOrderIsCancelled() {
        var silent = order("CANCELLED", "VOIDED", UNDONE.sagas());

        assertThat(cancelled(false, ACCEPTED, silent, BEFORE, AUTHORIZED, VOIDED)
                        .discrepancies())
                .anyMatch(what -> what.contains("told should be [ORDER_CANCELLED], is []"))
                .anyMatch(what -> what.contains("mails should be 1, is 0"));
    }
}
