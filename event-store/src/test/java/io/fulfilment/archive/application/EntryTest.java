package io.fulfilment.archive.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.archive.RecordSink.Partition;
import io.fulfilment.messaging.archive.StoredRecord;
import io.fulfilment.messaging.archive.StoredRecord.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

    private static final Instant KAFKA_TIME = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void readsTheAttributesOfACloudEvent() {
        var id = UUID.randomUUID();
        var correlation = UUID.randomUUID();
        var cause = UUID.randomUUID();
        Entry entry = entry(
                header("ce_id", id.toString()),
                header("ce_type", "some.Type.v1"),
                header("ce_source", "/some-service/topic"),
                header("ce_subject", "subject"),
                header("ce_sequence", "42"),
                header("ce_correlationid", correlation.toString()),
                header("ce_causationid", cause.toString()),
                header("ce_time", "2026-02-28T23:59:59.123456Z"));
        assertThat(entry)
                .isEqualTo(new Entry(
                        entry.stored(),
                        id,
                        "some.Type.v1",
                        "/some-service/topic",
                        "subject",
                        42L,
                        correlation,
                        cause,
                        Instant.parse("2026-02-28T23:59:59.123456Z")));
    }

    @Test
    void leavesOutWhatIsMissing() {
        Entry entry = entry();
        assertThat(entry).isEqualTo(new Entry(entry.stored(), null, null, null, null, null, null, null, KAFKA_TIME));
    }

    @Test
    void takesTheLastOfSeveralHeadersOfAName() {
        assertThat(entry(header("ce_subject", "a"), header("ce_subject", "b")).subject())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nul\0inside", "\uFFFD"})
    void leavesOutTextsThatCannotBeStored(String text) {
        assertThat(entry(header("ce_subject", text)).subject()).isNull();
    }

    @Test
    void leavesOutTextsTooLongForAnIndex() {
        assertThat(entry(header("ce_subject", "\uD83D\uDE80".repeat(127))).subject())
                .isNotNull();
        assertThat(entry(header("ce_subject", "s".repeat(256))).subject()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "none", "0195e6a0-0000-7000-8000-00000000000g"})
    void leavesOutIdsThatAreNoUuid(String id) {
        assertThat(entry(header("ce_id", id)).messageId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "99999999999999999999", "\u0661"})
    void leavesOutSequencesThatAreNoNumber(String sequence) {
        assertThat(entry(header("ce_sequence", sequence)).sequence()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "+999999999-12-31T23:59:59Z", "2026-02-30T00:00:00Z"})
    void fallsBackToTheRecordsTime(String time) {
        assertThat(entry(header("ce_time", time)).time()).isEqualTo(KAFKA_TIME);
    }

    @Test
    void keepsAnAbsurdRecordTimeWithinWhatADatabaseStores() {
        assertThat(Entry.of(record(Instant.ofEpochMilli(Long.MAX_VALUE), List.of()))
                        .time())
                .isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Entry.of(record(Instant.ofEpochMilli(Long.MIN_VALUE), List.of()))
                        .time())
                .isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void passesOverHeadersWithoutAValue() {
        var headers = new ArrayList<Header>(List.of(header("ce_subject", "a"), new Header("ce_subject", null)));
        assertThat(Entry.of(record(KAFKA_TIME, headers)).subject()).isEqualTo("a");
    }

    private static Entry entry(Header... headers) {
        return Entry.of(record(KAFKA_TIME, List.of(headers)));
    }

    private static StoredRecord record(Instant time, List<Header> headers) {
        return new StoredRecord(new Partition("some", 0), 7, time, null, null, headers);
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
