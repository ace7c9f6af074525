package io.fulfilment.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class HeadersJsonTest {

    @Test
    void keepsEveryHeaderInOrderWhateverItsBytes() {
        List<Header> headers = List.of(
                header("text", "Grüße"),
                header("text", "again"),
                header("quote", "\"\\"),
                new RecordHeader("nul", new byte[] {0}),
                new RecordHeader("bytes", new byte[] {(byte) 0xff, (byte) 0xfe, 1}),
                new RecordHeader("empty", new byte[0]),
                new RecordHeader("null", (byte[]) null));

        assertThat(HeadersJson.read(HeadersJson.write(headers))).isEqualTo(headers);
    }

    /** PostgreSQL's jsonb takes no NUL. */
    @Test
    void writesNoNul() {
        assertThat(HeadersJson.write(List.of(header("a\u0000b", "a\u0000b")))).doesNotContain("\\u0000");
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
