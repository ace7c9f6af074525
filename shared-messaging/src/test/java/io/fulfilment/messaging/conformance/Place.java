package io.fulfilment.messaging.conformance;

import org.apache.kafka.clients.producer.RecordMetadata;

/** Where a record stands in Kafka. */
record Place(String topic, int partition, long offset) {

    static Place of(RecordMetadata record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }
}
