package io.fulfilment.archive.query;

import static io.fulfilment.archive.Records.TIME;
import static io.fulfilment.archive.Records.event;
import static io.fulfilment.archive.Records.newPartition;
import static io.fulfilment.archive.Records.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.archive.Slice;
import io.fulfilment.events.Topic;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.archive.RecordSink.Partition;
import io.fulfilment.messaging.archive.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(Slice.class)
class ArchivedEventsIT {

    private static final EventFilter ALL = new EventFilter(null, null, null, null, null, null);

    @Autowired
    private RecordSink sink;

    @Autowired
    private ArchivedEvents events;

    private final Partition partition = newPartition();

    @Test
    void pagesInTheOrderOfArchiving() {
        sink.accept(plain(partition, 0, 5));
        var filter = new EventFilter(partition.topic(), null, null, null, null, null);
        var first = events.page(filter, 0, 3);
        assertThat(first).extracting(ArchivedEvent::offset).containsExactly(0L, 1L, 2L);
        assertThat(events.page(filter, first.getLast().position(), 3))
                .extracting(ArchivedEvent::offset)
                .containsExactly(3L, 4L);
        assertThat(events.page(ALL, first.getLast().position() - 1, 1)).containsExactly(first.getLast());
    }

    @Test
    void findsByEachCriterion() {
        var correlation = UUID.randomUUID();
        var wanted = Map.of(
                "id", UUID.randomUUID().toString(),
                "type", "a.B.v1",
                "subject", "s-1",
                "correlationid", correlation.toString(),
                "time", TIME.toString());
        sink.accept(List.of(
                event(partition, 0, wanted, "{}"),
                event(
                        partition,
                        1,
                        Map.of("type", "a.C.v1", "time", TIME.plusSeconds(1).toString()),
                        "{}")));
        String topic = partition.topic();
        assertFindsFirstOnly(new EventFilter(topic, "a.B.v1", null, null, null, null));
        assertFindsFirstOnly(new EventFilter(topic, null, "s-1", null, null, null));
        assertFindsFirstOnly(new EventFilter(null, null, null, correlation, null, null));
        assertFindsFirstOnly(new EventFilter(topic, null, null, null, TIME, TIME.plus(Duration.ofSeconds(1))));
        assertThat(events.page(new EventFilter(topic, null, null, null, TIME.plusSeconds(1), null), 0, 10))
                .hasSize(1);
    }

    private void assertFindsFirstOnly(EventFilter filter) {
        assertThat(events.page(filter, 0, 10)).extracting(ArchivedEvent::offset).containsExactly(0L);
    }

    @Test
    void showsABodyThatIsJsonAsItIs() {
        sink.accept(List.of(event(partition, 0, Map.of(), "{\"a\":[1.10,null,\"\\u0000\"]}")));
        assertThat(only().data()).hasToString("{\"a\":[1.10,null,\"\\u0000\"]}");
        assertThat(only().dataBase64()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "", "NaN", "\uFEFF", "\0"})
    void showsABodyThatIsNotJsonInBase64(String body) {
        sink.accept(List.of(event(partition, 0, Map.of(), body)));
        assertThat(only().data()).isNull();
        assertThat(only().dataBase64()).isNotNull();
    }

    @Test
    void readsAStreamInSequenceAndEachEventOnce() {
        var stream = Stream.of("order", UUID.randomUUID().toString()).orElseThrow();
        archiveBehind(
                topicOf(stream),
                List.of(
                        inStream(stream, 1, "first"),
                        inStream(stream, 2, "second"),
                        inStream(stream, 1, "first again"),
                        inStream(stream, 3, "third"),
                        Map.of("subject", stream.subject(), "source", stream.source(), "sequence", "4")));
        var found = events.stream(stream, 0, 10);
        assertThat(found).extracting(ArchivedEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(found).extracting(ArchivedEvent::type).containsExactly("first", "second", "third");
        assertThat(events.stream(stream, 1, 1))
                .extracting(ArchivedEvent::sequence)
                .containsExactly(2L);
    }

    @Test
    void leavesEventsOfOtherSourcesOutOfAStream() {
        var stream = Stream.of("product", "SKU-" + UUID.randomUUID()).orElseThrow();
        var forged = new Stream(stream.topic(), "/elsewhere", stream.subject());
        archiveBehind(topicOf(stream), List.of(inStream(forged, 1, "forged"), inStream(stream, 1, "real")));
        assertThat(events.stream(stream, 0, 10)).extracting(ArchivedEvent::type).containsExactly("real");
    }

    private static Map<String, String> inStream(Stream stream, long sequence, String type) {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "type", type,
                "source", stream.source(),
                "subject", stream.subject(),
                "sequence", Long.toString(sequence));
    }

    private static Partition topicOf(Stream stream) {
        return new Partition(stream.topic().topicName(), Topic.PARTITIONS + 1);
    }

    private void archiveBehind(Partition of, List<Map<String, String>> attributes) {
        long offset = sink.positions(Set.of(of)).getOrDefault(of, 0L);
        var records = new ArrayList<StoredRecord>();
        attributes.forEach(each -> records.add(event(of, offset + records.size(), each, "{}")));
        sink.accept(records);
    }

    private ArchivedEvent only() {
        var found = events.page(new EventFilter(partition.topic(), null, null, null, null, null), 0, 2);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
