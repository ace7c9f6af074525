package io.fulfilment.archive.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ArchivedRecordsTest {

    @Test
    void showsEveryTopicBeforeAnythingCameOfIt() {
        var meters = new SimpleMeterRegistry();
        new ArchivedRecords(meters);
        assertThat(meters.get("archived.records").counters())
                .hasSize(Topic.values().length)
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
    }
}
