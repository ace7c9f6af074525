package io.fulfilment.console.kafka;

import io.fulfilment.console.lag.KafkaAway;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** What Kafka answers, waited for. */
final class Answers {

    private Answers() {}

    static <T> T of(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaAway("Kafka does not answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A group or a topic that is being deleted, or whose broker is gone, doesn't hide the others. */
    static <K, T> Map<K, T> ofThose(Iterable<K> keys, Function<K, KafkaFuture<T>> answers) {
        Map<K, T> found = new LinkedHashMap<>();
        KafkaAway failure = null;
        for (K key : keys) {
            try {
                found.put(key, of(answers.apply(key)));
            } catch (KafkaAway e) {
                failure = e;
            }
        }
        if (found.isEmpty() && failure != null) {
            throw failure;
        }
        return found;
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
