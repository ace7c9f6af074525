package io.fulfilment.console.kafka;

import io.fulfilment.console.lag.KafkaAway;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What Kafka answers within one look, waited for; and whether all of it did. */
final class Answers {

    private @Nullable Throwable failure;

    /** What doesn't answer doesn't hide the others. */
    <K, T> Map<K, T> ofThose(Iterable<K> keys, Function<K, KafkaFuture<T>> answers) {
        Map<K, T> found = new LinkedHashMap<>();
        for (K key : keys) {
            try {
                found.put(key, of(answers.apply(key)));
            } catch (ExecutionException e) {
                note(e.getCause() == null ? e : e.getCause());
            }
        }
        return found;
    }

    static <T> T of(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A group or a topic that has just been deleted is an answer, too. */
    void note(Throwable thrown) {
        if (!(thrown instanceof GroupIdNotFoundException || thrown instanceof UnknownTopicOrPartitionException)) {
            failure = thrown;
        }
    }

    boolean areWhole() {
        return failure == null;
    }

    /** @throws KafkaAway if something failed */
    void requireWhole() {
        if (failure != null) {
            throw new KafkaAway("Kafka does not answer: " + failure, failure);
        }
    }

    /** @throws KafkaAway for whatever a client of Kafka throws */
    static <T> T outageOf(Supplier<T> question) {
        try {
            return question.get();
        } catch (InterruptException e) {
            throw new KafkaAway("interrupted while asking Kafka", e);
        } catch (KafkaException e) {
            throw new KafkaAway("Kafka does not answer: " + e, e);
        }
    }
}
