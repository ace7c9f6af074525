package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.order.balance.Balance.Verdict;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.PaymentStatus;
import io.fulfilment.order.query.StockStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every status with every payment and every stock. */
class BalanceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            status    | payment                            | stock
            COMPLETED | CAPTURED                           | DISPATCHED
            REJECTED  | PENDING DECLINED VOIDED REFUNDED   | PENDING REFUSED RELEASED EXPIRED RESTOCKED
            CANCELLED | PENDING DECLINED VOIDED REFUNDED   | PENDING REFUSED RELEASED EXPIRED RESTOCKED
            """)
    void fitsAnEndIfBothDo(OrderStatus end, String payments, String stocks) {
        var fittingPayments = set(PaymentStatus.class, payments);
        var fittingStocks = set(StockStatus.class, stocks);
        for (var payment : PaymentStatus.values()) {
            for (var stock : StockStatus.values()) {
                boolean fits = fittingPayments.contains(payment) && fittingStocks.contains(stock);
                var balance = new Balance(end, payment, stock);
                assertThat(balance.verdict())
                        .as(balance.toString())
                        .isInstanceOf(fits ? Verdict.Fits.class : Verdict.Amiss.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CONFIRMED", "CANCELLING"})
    void saysNothingBeforeTheEnd(OrderStatus status) {
        for (var payment : PaymentStatus.values()) {
            for (var stock : StockStatus.values()) {
                assertThat(new Balance(status, payment, stock).verdict()).isEqualTo(new Verdict.Open());
            }
        }
    }

    @Test
    void namesWhatDoesNotFit() {
        assertThat(finding(OrderStatus.REJECTED, PaymentStatus.AUTHORIZED, StockStatus.RELEASED))
                .isEqualTo("REJECTED, but the payment is AUTHORIZED");
        assertThat(finding(OrderStatus.COMPLETED, PaymentStatus.CAPTURED, StockStatus.RESERVED))
                .isEqualTo("COMPLETED, but the stock is RESERVED");
        assertThat(finding(OrderStatus.CANCELLED, PaymentStatus.CAPTURED, StockStatus.DISPATCHED))
                .isEqualTo("CANCELLED, but the payment is CAPTURED and the stock is DISPATCHED");
    }

    private static String finding(OrderStatus status, PaymentStatus payment, StockStatus stock) {
        return ((Verdict.Amiss) new Balance(status, payment, stock).verdict()).finding();
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
