package io.fulfilment.console.lag;

/** Kafka doesn't answer. */
public class KafkaAway extends RuntimeException {

    public KafkaAway(String message, Throwable cause) {
        super(message, cause);
    }
}
