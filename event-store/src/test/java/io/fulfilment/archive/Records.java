package io.fulfilment.archive;

import io.fulfilment.messaging.archive.RecordSink.Partition;
import io.fulfilment.messaging.archive.StoredRecord;
import io.fulfilment.messaging.archive.StoredRecord.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/** Records as Kafka would hand them over. */
public final class Records {

    public static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private Records() {}

    /** A partition of a topic that no other test has. */
    public static Partition newPartition() {
        return new Partition("test." + UUID.randomUUID(), 3);
    }

    /** From one offset up to, and without, another. */
    public static List<StoredRecord> plain(Partition partition, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> new StoredRecord(partition, offset, TIME, null, utf8("v" + offset), List.of()))
                .toList();
    }

    public static StoredRecord event(Partition partition, long offset, Map<String, String> attributes, String body) {
        var headers = new ArrayList<Header>();
        attributes.forEach((name, value) -> headers.add(new Header("ce_" + name, utf8(value))));
        return new StoredRecord(partition, offset, TIME, null, utf8(body), headers);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
