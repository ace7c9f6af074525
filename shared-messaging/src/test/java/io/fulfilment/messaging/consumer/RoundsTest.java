package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.codec.Incoming.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void theNthMessageOfEachKeyIsInTheNthRoundByType() {
        assertThat(calls("a:Release", "b:Release", "a:Dispatch", "a:Release", "b:Release", "c:Dispatch"))
                .containsExactly("Release[a, b]", "Dispatch[c]", "Dispatch[a]", "Release[b]", "Release[a]");
    }

    @Test
    void typesThatAreHandledTogetherAreInOneCallOfTheRound() {
        assertThat(calls(type -> "Stock", "a:Release", "b:Release", "a:Dispatch", "c:Dispatch", "b:Release"))
                .containsExactly("Stock[a, b, c]", "Stock[a, b]");
    }

    @Test
    void anEmptyBatchHasNoRound() {
        assertThat(calls()).isEmpty();
    }

    private static List<String> calls(String... messages) {
        return calls(type -> type.name().substring(type.name().lastIndexOf('.') + 1), messages);
    }

    private static List<String> calls(Function<TypeName, String> actionOf, String... messages) {
        var calls = new ArrayList<String>();
        List<Readable> batch =
                List.of(messages).stream().map(Messages::readable).toList();
        Rounds.of(batch, actionOf)
                .forEach((action, received) -> calls.add(action
                        + received.stream().map(one -> one.envelope().subject()).toList()));
        return calls;
    }
}
