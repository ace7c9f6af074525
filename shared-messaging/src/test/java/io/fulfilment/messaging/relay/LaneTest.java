package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.outbox.OutboxRow;
import io.fulfilment.messaging.outbox.StoredRow;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Lane lane = new Lane();

    @Test
    void holdsWhatIsCommittedInOrder() {
        lane.open(Shards.ALL);
        lane.add(List.of(row(1, 10), row(2, 10)));
        lane.add(List.of(row(3, 10)));

        assertThat(ids(lane.take(2))).containsExactly(1L, 2L);
        assertThat(lane.size()).isEqualTo(1);
        Lane.Look rest = lane.take(2);

        assertThat(ids(rest)).containsExactly(3L);
        assertThat(rest.complete()).isTrue();
        assertThat(lane.size()).isZero();
    }

    @Test
    void holdsNothingWhileNobodyTakes() {
        lane.add(List.of(row(1, 10)));
        lane.open(Shards.ALL);
        lane.add(List.of(row(2, 10)));
        lane.close();
        lane.add(List.of(row(3, 10)));

        assertThat(lane.take(10).rows()).isEmpty();
    }

    @Test
    void dropsAllAndSaysSoWhenTooManyRowsGather() {
        lane.open(Shards.ALL);
        lane.add(Collections.nCopies(20_000, row(1, 10)));
        lane.add(List.of(row(2, 10)));
        lane.add(List.of(row(3, 10)));

        Lane.Look look = lane.take(10);

        assertThat(ids(look)).containsExactly(3L);
        assertThat(look.complete()).isFalse();
        assertThat(lane.take(10).complete()).isTrue();
    }

    @Test
    void dropsAllAndSaysSoWhenTooManyBytesGather() {
        lane.open(Shards.ALL);
        lane.add(Collections.nCopies(9, row(1, 1024 * 1024)));

        assertThat(lane.take(10).rows()).isEmpty();
        lane.add(Collections.nCopies(8, row(1, 1024 * 1024)));
        assertThat(lane.size()).isEqualTo(8);
    }

    @Test
    void givesSoManyBytesAtOnceAndSaysThatThereIsMore() {
        lane.open(Shards.ALL);
        lane.add(Collections.nCopies(3, row(1, 1024 * 1024)));

        Lane.Look first = lane.take(10);
        Lane.Look second = lane.take(10);

        assertThat(first.rows()).hasSize(2);
        assertThat(first.more()).isTrue();
        assertThat(first.complete()).isTrue();
        assertThat(second.rows()).hasSize(1);
        assertThat(second.more()).isFalse();
    }

    @Test
    void takesNothingOfShardsThatOthersPublish() {
        lane.open(Shards.ALL.without(Shards.of(List.of(row(2, 10, "other")))));

        lane.add(List.of(row(1, 10), row(2, 10, "other"), row(3, 10)));

        Lane.Look look = lane.take(10);
        assertThat(ids(look)).containsExactly(1L, 3L);
        assertThat(look.complete()).isTrue();
    }

    private static StoredRow row(long id, int size) {
        return row(id, size, "key");
    }

    private static StoredRow row(long id, int size, String key) {
        var row = new OutboxRow(UUID.randomUUID(), "topic", key, "type", null, null, null, null, new byte[size]);
        return new StoredRow(row, id, id, Instant.EPOCH);
    }

    private static List<Long> ids(Lane.Look look) {
        return look.rows().stream().map(UnpublishedRow::id).toList();
    }
}
