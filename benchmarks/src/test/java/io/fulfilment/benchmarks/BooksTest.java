package io.fulfilment.benchmarks;

import static io.fulfilment.benchmarks.SampleBooks.AUTHORIZED;
import static io.fulfilment.benchmarks.SampleBooks.BEFORE;
import static io.fulfilment.benchmarks.SampleBooks.CAPTURED;
import static io.fulfilment.benchmarks.SampleBooks.COMPLETED;
import static io.fulfilment.benchmarks.SampleBooks.DECLINED;
import static io.fulfilment.benchmarks.SampleBooks.REJECTED;
import static io.fulfilment.benchmarks.SampleBooks.SHIPPED;
import static io.fulfilment.benchmarks.SampleBooks.amount;
import static io.fulfilment.benchmarks.SampleBooks.books;
import static io.fulfilment.benchmarks.SampleBooks.order;
import static io.fulfilment.benchmarks.SampleBooks.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.Books.Operation;
import io.fulfilment.benchmarks.Books.Stock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {

    @Test
    void aCompletedOrderAddsUp() {
        assertThat(books(false, COMPLETED, SHIPPED, AUTHORIZED, CAPTURED).discrepancies())
                .isEmpty();
    }

    @Test
    void aDeclinedOrderAddsUp() {
        assertThat(books(true, REJECTED, BEFORE, DECLINED).discrepancies()).isEmpty();
    }

    @Test
    void findsALostOrder() {
        var books = new Books(List.of(placed(false)), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), false);

        assertThat(books.discrepancies()).singleElement().asString().contains("not there");
    }

    @Test
    void findsASecondOrderThatNobodyWasToldOf() {
        var orders = Map.of("o", REJECTED, "twin", REJECTED);
        var ledger = Map.of("o", List.of(DECLINED), "twin", List.of(DECLINED));
        var books = new Books(List.of(placed(true)), Map.of(), orders, ledger, Map.of(), Map.of(), false);

        assertThat(books.discrepancies()).containsExactly("order twin is REJECTED and was never acknowledged");
    }

    @Test
    void findsAChargeForNoOrder() {
        var ledger = Map.of("o", List.of(DECLINED), "stranger", List.of(CAPTURED, AUTHORIZED));
        var books =
                new Books(List.of(placed(true)), Map.of(), Map.of("o", REJECTED), ledger, Map.of(), Map.of(), false);

        assertThat(books.discrepancies())
                .containsExactly("the gateway performed [AUTHORIZE SUCCEEDED, CAPTURE SUCCEEDED] for stranger, which is"
                        + " none of these orders");
    }

    @Test
    void findsADoubleCapture() {
        var again = new Operation("o:CAPTURE:2", "CAPTURE", "SUCCEEDED", amount());

        assertThat(books(false, COMPLETED, SHIPPED, AUTHORIZED, CAPTURED, again).discrepancies())
                .anyMatch(what ->
                        what.contains("performed operations should be [AUTHORIZE SUCCEEDED, CAPTURE SUCCEEDED]"))
                .anyMatch(what -> what.contains("kept 60.00 of 30.00"));
    }

    @Test
    void findsASecondKeyForADeclinedOrder() {
        var again = new Operation("o:AUTHORIZE:2", "AUTHORIZE", "DECLINED", amount());

        assertThat(books(true, REJECTED, BEFORE, DECLINED, again).discrepancies())
                .anyMatch(what -> what.contains("gateway keys should be 1, is 2"))
                .anyMatch(what -> what.contains("performed operations should be [AUTHORIZE DECLINED]"));
    }

    @Test
    void findsASecondKeyThatWasDeclinedForACompletedOrder() {
        var again = new Operation("o:CAPTURE:2", "CAPTURE", "DECLINED", amount());

        assertThat(books(false, COMPLETED, SHIPPED, AUTHORIZED, CAPTURED, again).discrepancies())
                .anyMatch(what -> what.contains("gateway keys should be 2, is 3"));
    }

    @Test
    void findsADeclinedOrderWhoseCardWasNeverAsked() {
        assertThat(books(true, REJECTED, BEFORE).discrepancies())
                .anyMatch(what -> what.contains("performed operations should be [AUTHORIZE DECLINED], is []"));
    }

    @Test
    void findsACaptureForARejectedOrder() {
        assertThat(books(true, REJECTED, BEFORE, DECLINED, CAPTURED).discrepancies())
                .anyMatch(what -> what.contains("kept 30.00 of 0"));
    }

    @Test
    void findsAnUnreleasedReservation() {
        assertThat(books(true, REJECTED, new Stock(97, 3, 0), DECLINED).discrepancies())
                .anyMatch(what -> what.contains("reserved"));
    }

    @Test
    void findsPiecesThatAreGone() {
        assertThat(books(false, COMPLETED, new Stock(96, 0, 3), AUTHORIZED, CAPTURED)
                        .discrepancies())
                .anyMatch(what -> what.contains("pieces in all"));
    }

    @Test
    void findsAnOrderThatIsNotFinal() {
        var pending = order("CONFIRMED", "AUTHORIZED", List.of("order-fulfilment RUNNING"));

        assertThat(books(false, pending, BEFORE, AUTHORIZED).discrepancies())
                .anyMatch(what -> what.contains("status should be COMPLETED"))
                .anyMatch(what -> what.contains("mails should be 1"));
    }
}
