package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.Load;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records as large as those of the starter, headers included, which cost nothing to make. */
final class RawRecords {

    static final String TYPE = "io.fulfilment.inventory.StockAdjusted.v1";
    static final byte[] BODY = bytes("x".repeat(Load.BODY_BYTES));

    private static final Map<String, byte[]> HEADERS = Map.of(
            "ce_specversion", bytes("1.0"),
            "ce_id", bytes("019c0000-0000-7000-8000-000000000001"),
            "ce_type", bytes(TYPE),
            "ce_source", bytes("/inventory-service/" + Load.TOPIC),
            "ce_subject", bytes("limits-1234"),
            "ce_time", bytes("2026-01-02T03:04:05.678901Z"),
            "ce_sequence", bytes("12"),
            "ce_correlationid", bytes("019c0000-0000-7000-8000-000000000002"),
            "content-type", bytes("application/json"));

    private RawRecords() {}

    static ProducerRecord<byte[], byte[]> record(String topic, String key) {
        var record = new ProducerRecord<>(topic, bytes(key), BODY);
        HEADERS.forEach(record.headers()::add);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
