package io.fulfilment.messaging.deadletter;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.codec.HeadersJson;
import io.fulfilment.messaging.outbox.OutboxRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Copies of parked records for the service's dead-letter topic: the record as it came, and headers that say where from
 * and why. What would be too large for a record is left out, and said so.
 */
final class DeadLetterCopies {

    private static final String PREFIX = "dead-letter-";
    private static final String NO_KEY = "";
    private static final int MOST_BYTES = 256 * 1024;

    private final String service;
    private final IdSource ids;

    DeadLetterCopies(String service, IdSource ids) {
        this.service = service;
        this.ids = ids;
    }

    OutboxRow copy(DeadLetter letter) {
        var origin = letter.origin();
        var headers = headers(letter);
        boolean fits = origin.value() == null || size(headers) + origin.value().length <= MOST_BYTES;
        if (!fits) {
            headers.add(header("omitted", "body"));
        }
        return new OutboxRow(
                ids.next(),
                Topic.deadLettersOf(service),
                Objects.requireNonNullElse(RecordFacts.key(origin), NO_KEY),
                Objects.requireNonNullElse(RecordFacts.type(origin), "unknown"),
                null,
                null,
                null,
                HeadersJson.write(headers),
                fits ? origin.value() : null);
    }

    private static List<Header> headers(DeadLetter letter) {
        var headers = new ArrayList<Header>(List.of(letter.origin().headers().toArray()));
        boolean fit = size(headers) <= MOST_BYTES / 2;
        if (!fit) {
            headers.clear();
            headers.add(header("omitted", "headers"));
        }
        headers.addAll(explanation(letter));
        return headers;
    }

    private static List<Header> explanation(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> origin = letter.origin();
        return List.of(
                header("topic", origin.topic()),
                header("partition", Integer.toString(origin.partition())),
                header("offset", Long.toString(origin.offset())),
                header("reason", letter.reason().name()),
                header("error", letter.errorClass()),
                header("attempts", Integer.toString(letter.attempts())));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static int size(List<Header> headers) {
        return headers.stream()
                .mapToInt(header -> header.key().length() + (header.value() == null ? 0 : header.value().length))
                .sum();
    }
}
