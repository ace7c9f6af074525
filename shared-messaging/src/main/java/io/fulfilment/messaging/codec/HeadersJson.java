package io.fulfilment.messaging.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any headers of a record as JSON, in order: {@code [{"name":"ce_id","value":"…"}]}, with {@code base64} in place of
 * {@code value} where the bytes aren't clean text.
 */
public final class HeadersJson {

    private static final int LONGEST_NAME = 1_000;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private record Entry(
            String name, @Nullable String value, @Nullable String base64) {

        static Entry of(Header header) {
            String name = Utf8.lenient(header.key(), LONGEST_NAME);
            byte[] bytes = header.value();
            if (bytes == null) {
                return new Entry(name, null, null);
            }
            return Utf8.isClean(bytes)
                    ? new Entry(name, new String(bytes, StandardCharsets.UTF_8), null)
                    : new Entry(name, null, Base64.getEncoder().encodeToString(bytes));
        }

        Header header() {
            return new RecordHeader(name, bytes());
        }

        private byte @Nullable [] bytes() {
            if (base64 != null) {
                return Base64.getDecoder().decode(base64);
            }
            return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private HeadersJson() {}

    public static String write(Iterable<Header> headers) {
        return MAPPER.writeValueAsString(StreamSupport.stream(headers.spliterator(), false)
                .map(Entry::of)
                .toList());
    }

    public static List<Header> read(String json) {
        var headers = new ArrayList<Header>();
        MAPPER.readValue(json, ENTRIES).forEach(entry -> headers.add(entry.header()));
        return headers;
    }
}
