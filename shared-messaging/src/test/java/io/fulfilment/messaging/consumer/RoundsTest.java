package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.codec.Incoming.Readable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void theNthMessageOfEachKeyIsInTheNthRoundByType() {
        assertThat(calls("a:Release", "b:Release", "a:Dispatch", "a:Release", "b:Release", "c:Dispatch"))
                .containsExactly("Release[a, b]", "Dispatch[c]", "Dispatch[a]", "Release[b]", "Release[a]");
    }

    @Test
    void anEmptyBatchHasNoRound() {
        assertThat(calls()).isEmpty();
    }

    private static List<String> calls(String... messages) {
        var calls = new ArrayList<String>();
        List<Readable> batch =
                List.of(messages).stream().map(Messages::readable).toList();
        Rounds.of(batch)
                .forEach((type, received) -> calls.add(type.name()
                                .substring(type.name().lastIndexOf('.') + 1)
                        + received.stream().map(one -> one.envelope().subject()).toList()));
        return calls;
    }
}
