package io.fulfilment.messaging.relay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rows of the outbox, numbered from 1. */
final class Rows {

    private Rows() {}

    static List<UnpublishedRow> of(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(i -> row(i + 1, keys[i]))
                .toList();
    }

    private static UnpublishedRow row(long id, String key) {
        return new UnpublishedRow(
                id,
                UUID.randomUUID(),
                new UnpublishedRow.Key("topic", key),
                id,
                "test.Type.v1",
                UUID.randomUUID(),
                null,
                null,
                null,
                new byte[] {'{', '}'},
                Instant.EPOCH);
    }
}
