package io.fulfilment.archive.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.archive.StoredRecord.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersJsonTest {

    @Test
    void keepsOrderRepetitionAndEveryByte() {
        assertThat(json(
                        new Header("b", utf8("1")),
                        new Header("a", utf8("x\0\"y")),
                        new Header("b", null),
                        new Header("nul\0name", utf8("")),
                        new Header("raw", new byte[] {(byte) 0xFF, 0})))
                .isEqualTo("""
                        [["b","1"],["a","x\\u0000\\"y"],["b",null],["nul\\u0000name",""],["raw",{"base64":"/wA="}]]""");
    }

    @Test
    void writesAnEmptyListForNoHeaders() {
        assertThat(json()).isEqualTo("[]");
    }

    private static String json(Header... headers) {
        return new String(HeadersJson.of(List.of(headers)), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
