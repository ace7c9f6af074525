package io.fulfilment.messaging.codec;

import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record turned out to be. */
public sealed interface Incoming {

    ConsumerRecord<byte[], byte[]> origin();

    /** A message that there is a handler for. */
    record Readable(ConsumerRecord<byte[], byte[]> origin, Received<?> received) implements Incoming {

        public TypeName type() {
            return received.envelope().type();
        }
    }

    /** A message of the language that this service has no handler for. */
    record Ignored(ConsumerRecord<byte[], byte[]> origin, Envelope envelope) implements Incoming {}

    /** No message of the language. */
    record Unreadable(ConsumerRecord<byte[], byte[]> origin, UnreadableRecordException error) implements Incoming {}
}
