package io.fulfilment.benchmarks.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommittedTest {

    @Test
    void isReadFromTheLineThatItIsWrittenAs() {
        var committed = new Committed(UUID.randomUUID(), 12, 345);

        assertThat(Committed.parse(committed.line())).isEqualTo(committed);
    }
}
