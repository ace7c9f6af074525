package io.fulfilment.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that is parked. Of its error, it shows the class only: neither logs nor headers are a place for personal data.
 *
 * @param errorClass empty for one that didn't fail itself
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> origin, Reason reason, String errorClass, int attempts) {

    static DeadLetter of(Held held) {
        return new DeadLetter(held.origin(), held.reason(), held.errorClass(), held.attempts());
    }
}
