package io.fulfilment.archive.application;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.archive.StoredRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what has been archived, by topic: {@code archived_records_total}; of each topic that is known, from 0 on. */
@Component
class ArchivedRecords {

    private final MeterRegistry meters;

    ArchivedRecords(MeterRegistry meters) {
        this.meters = meters;
        for (Topic topic : Topic.values()) {
            counter(topic.topicName());
        }
    }

    void add(List<StoredRecord> records) {
        records.stream()
                .collect(Collectors.groupingBy(stored -> stored.partition().topic(), Collectors.counting()))
                .forEach((topic, count) -> counter(topic).increment(count));
    }

    private Counter counter(String topic) {
        return Counter.builder("archived.records")
                .description("Records archived since the start of this process")
                .tag("topic", topic)
                .register(meters);
    }
}
