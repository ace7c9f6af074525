package io.fulfilment.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.events.value.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every verb in every status that an order can have, and come to in another way. */
class OrderTransitionsTest {

    private static final Instant AT = Instant.parse("2026-05-01T10:00:05Z");

    private enum Verb {
        CONFIRM(order -> order.confirm(AT)),
        COMPLETE(order -> order.complete(AT)),
        REJECT(order -> order.reject(RejectionReason.TIMED_OUT, AT)),
        ASK(order -> order.requestCancellation("ada", "too dear", AT, Duration.ofDays(30))),
        CANCEL(order -> order.cancel(AT));

        private final Function<Order, Optional<? extends OrderEvent>> action;

        Verb(Function<Order, Optional<? extends OrderEvent>> action) {
            this.action = action;
        }
    }

    /** The status with a fact; {@code -} for neither a fact nor a change; {@code x} where it is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            after                       | CONFIRM   | COMPLETE  | REJECT   | ASK        | CANCEL
            ''                          | CONFIRMED | x         | REJECTED | CANCELLING | x
            CONFIRM                     | -         | COMPLETED | x        | CANCELLING | x
            CONFIRM COMPLETE            | -         | -         | x        | CANCELLING | x
            REJECT                      | x         | x         | -        | x          | x
            ASK                         | x         | x         | x        | -          | CANCELLED
            CONFIRM ASK                 | -         | -         | x        | -          | CANCELLED
            CONFIRM COMPLETE ASK        | -         | -         | x        | -          | CANCELLED
            ASK CANCEL                  | x         | x         | x        | x          | -
            CONFIRM ASK CANCEL          | -         | -         | x        | x          | -
            CONFIRM COMPLETE ASK CANCEL | -         | -         | x        | x          | -
            """)
    void allowsEachVerbWhereItBelongs(
            String before, String confirm, String complete, String reject, String ask, String cancel) {
        assertOutcome(before, Verb.CONFIRM, confirm);
        assertOutcome(before, Verb.COMPLETE, complete);
        assertOutcome(before, Verb.REJECT, reject);
        assertOutcome(before, Verb.ASK, ask);
        assertOutcome(before, Verb.CANCEL, cancel);
    }

    private static void assertOutcome(String before, Verb verb, String expected) {
        Order order = OrderTest.placed();
        Arrays.stream(before.split(" "))
                .filter(name -> !name.isEmpty())
                .forEach(name ->
                        assertThat(Verb.valueOf(name).action.apply(order)).isPresent());
        OrderStatus status = order.status();
        switch (expected) {
            case "x" -> {
                assertThatThrownBy(() -> verb.action.apply(order))
                        .isInstanceOf(verb == Verb.ASK ? CancellationRefused.class : IllegalTransition.class);
                assertThat(order.status()).isEqualTo(status);
            }
            case "-" -> {
                assertThat(verb.action.apply(order))
                        .as("%s of %s", verb, status)
                        .isEmpty();
                assertThat(order.status()).isEqualTo(status);
            }
            default -> {
                assertThat(verb.action.apply(order))
                        .as("%s of %s", verb, status)
                        .isPresent();
                assertThat(order.status()).isEqualTo(OrderStatus.valueOf(expected));
            }
        }
    }
}
