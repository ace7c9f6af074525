package io.fulfilment.console.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fulfilment.console.lag.KafkaAway;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Answers answers = new Answers();

    @Test
    void findsTheOthersWhereOneDoesNotAnswer() {
        var found = answers.ofThose(
                List.of("silent", "orders"),
                key -> key.equals("orders")
                        ? KafkaFuture.completedFuture(5)
                        : failed(new TimeoutException("no leader")));

        assertThat(found).isEqualTo(Map.of("orders", 5));
        assertThat(answers.areWhole()).isFalse();
        assertThatExceptionOfType(KafkaAway.class)
                .isThrownBy(answers::requireWhole)
                .withMessageContaining("no leader");
    }

    @Test
    void takesWhatHasJustBeenDeletedForAnswered() {
        var found = answers.ofThose(
                List.of(new GroupIdNotFoundException("gone"), new UnknownTopicOrPartitionException("gone")),
                AnswersTest::failed);

        assertThat(found).isEmpty();
        assertThat(answers.areWhole()).isTrue();
        assertThatNoException().isThrownBy(answers::requireWhole);
    }

    private static KafkaFuture<Integer> failed(Exception why) {
        var answer = new KafkaFutureImpl<Integer>();
        answer.completeExceptionally(why);
        return answer;
    }
}
