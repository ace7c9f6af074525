package io.fulfilment.messaging.relay;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a failed send is the fault of, and so what has to stand still. */
enum SendFault {
    /** This record can never be sent: its key stands still until an operator has seen to it. */
    RECORD,
    /** Its topic isn't there or isn't ours: everything to it waits, the rest flows. */
    TOPIC,
    /** The broker, or the way there: all wait, then try again. */
    BROKER;

    static SendFault of(Throwable error) {
        boolean ours = !(error instanceof KafkaException) && !(error instanceof IllegalStateException);
        if (ours || error instanceof RecordTooLargeException || error instanceof InvalidTopicException) {
            return RECORD;
        }
        if (error instanceof TopicAuthorizationException || error instanceof UnknownTopicOrPartitionException) {
            return TOPIC;
        }
        // A producer that waits in vain for the metadata of one topic reports a time-out with the reason as its cause.
        return error instanceof TimeoutException && error.getCause() != null && error.getCause() != error
                ? of(error.getCause())
                : BROKER;
    }
}
