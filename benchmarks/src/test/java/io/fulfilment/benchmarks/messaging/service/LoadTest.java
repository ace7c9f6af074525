package io.fulfilment.benchmarks.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LoadTest {

    private final Load load = new Load("drain", 500_000);

    @Test
    void everyBodyHasTheSameSize() {
        var json = JsonMapper.builder().build();

        assertThat(IntStream.of(0, 7, 12_345, 499_999).mapToObj(load::message))
                .allSatisfy(
                        message -> assertThat(json.writeValueAsBytes(message)).hasSize(Load.BODY_BYTES));
    }

    @Test
    void keysTakeTurns() {
        assertThat(IntStream.range(0, 2 * Load.KEYS).mapToObj(load::key).distinct())
                .hasSize(Load.KEYS);
        assertThat(load.key(Load.KEYS + 3)).isEqualTo(load.key(3)).isEqualTo("drain-3");
    }
}
