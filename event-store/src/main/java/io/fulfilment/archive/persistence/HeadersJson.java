package io.fulfilment.archive.persistence;

import io.fulfilment.messaging.archive.StoredRecord.Header;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Headers as {@code [[name, value], …]}; a value that is not UTF-8 becomes {@code {"base64": …}}. Nothing is lost. */
final class HeadersJson {

    private static final JsonMapper JSON = new JsonMapper();

    private HeadersJson() {}

    static byte[] of(List<Header> headers) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Header header : headers) {
                json.writeStartArray();
                json.writeString(header.name());
                write(json, header.value());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, byte @Nullable [] value) {
        if (value == null) {
            json.writeNull();
            return;
        }
        @Nullable String text = text(value);
        if (text != null) {
            json.writeString(text);
        } else {
            json.writeStartObject();
            json.writeBinaryProperty("base64", value);
            json.writeEndObject();
        }
    }

    private static @Nullable String text(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
