package io.fulfilment.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScatterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void commandIdsAreUuidsOfVersion7WithTheTime() {
        var id = Scatter.commandId(new UUID(-1, -1), 3, NOW);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void commandIdsOfNeighbouringSagasDoNotMeet() {
        var ids = new HashSet<UUID>();
        for (int saga = 0; saga < 1_000; saga++) {
            for (int n = 0; n < 20; n++) {
                assertThat(ids.add(Scatter.commandId(new UUID(7, saga), n, NOW)))
                        .isTrue();
            }
        }
    }
}
