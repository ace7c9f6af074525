package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.Exchange;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderSagasTest {

    static Stream<Exchange<?, ?>> exchanges() {
        return OrderSagas.ALL.stream()
                .flatMap(definition -> definition.allSteps())
                .map(step -> step.exchange());
    }

    /** The language names the answers to a command after it, so that no step takes those to another for its own. */
    @ParameterizedTest
    @MethodSource("exchanges")
    void aStepExpectsTheAnswersToItsCommand(Exchange<?, ?> exchange) {
        assertThat(exchange.replies().getSimpleName())
                .isEqualTo("To" + exchange.asking().type().getSimpleName());
    }
}
