package io.fulfilment.messaging.it;

import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Records that are no messages, each in its own way. */
public enum Poison {
    TRUNCATED(commands -> commands.spoilt(headers -> {}, "{\"sagaId\":\"")),
    EMPTY_BODY(commands -> commands.spoilt(headers -> {}, "")),
    JSON_NULL(commands -> commands.spoilt(headers -> {}, "null")),
    ARRAY(commands -> commands.spoilt(headers -> {}, "[1,2]")),
    TRAILING(commands -> commands.spoilt(headers -> {}, commands.body() + " {}")),
    DUPLICATE_PROPERTY(commands -> commands.spoilt(
            headers -> {}, commands.body().replace("{", "{\"orderId\":\"" + UUID.randomUUID() + "\","))),
    MISSING_PROPERTY(commands -> commands.spoilt(headers -> {}, "{\"orderId\":\"" + commands.subject() + "\"}")),
    DEEPLY_NESTED(commands -> commands.spoilt(headers -> {}, "{\"x\":" + "[".repeat(100_000))),
    LONG_NUMBER(commands -> commands.spoilt(headers -> {}, "{\"sagaId\":" + "9".repeat(2_000) + "}")),
    ANOTHER_SUBJECT(
            commands -> commands.spoilt(headers -> {}, Commands.aboutAnOrder().body())),
    NO_ID(commands -> commands.spoilt(headers -> headers.remove("ce_id"), commands.body())),
    NO_UUID(commands -> commands.spoilt(headers -> headers.put("ce_id", "1-1-1-1-1"), commands.body())),
    TWO_IDS(commands -> {
        var command = commands.release(UUID.randomUUID(), 1);
        command.headers().add("ce_id", Commands.bytes(UUID.randomUUID().toString()));
        return command;
    }),
    NULL_HEADER(commands -> {
        var command = commands.spoilt(headers -> headers.remove("ce_source"), commands.body());
        command.headers().add(new RecordHeader("ce_source", (byte[]) null));
        return command;
    }),
    NO_SEQUENCE(commands -> commands.spoilt(headers -> headers.put("ce_sequence", "0"), commands.body())),
    BAD_TIME(commands -> commands.spoilt(headers -> headers.put("ce_time", "yesterday"), commands.body())),
    OTHER_SPECIFICATION(commands -> commands.spoilt(headers -> headers.put("ce_specversion", "0.3"), commands.body())),
    OTHER_CONTENT(commands -> commands.spoilt(headers -> headers.put("content-type", "text/xml"), commands.body())),
    NO_TYPE(commands -> commands.spoilt(headers -> headers.remove("ce_type"), commands.body())),
    CLASS_AS_TYPE(commands -> commands.spoilt(headers -> headers.put("ce_type", "java.lang.Runtime"), commands.body())),
    UNKNOWN_VERSION(commands -> commands.spoilt(
            headers -> headers.put("ce_type", "io.fulfilment.inventory.ReleaseStock.v2"), commands.body())),
    TYPE_OF_ANOTHER_TOPIC(commands ->
            commands.spoilt(headers -> headers.put("ce_type", "io.fulfilment.order.OrderPlaced.v1"), commands.body())),
    CONTROL_CHARACTER(commands -> commands.spoilt(headers -> headers.put("ce_subject", "a\u0000b"), commands.body())),
    NO_KEY(commands -> {
        var command = commands.release(UUID.randomUUID(), 1);
        return new ProducerRecord<byte[], byte[]>(
                command.topic(), 0, (byte[]) null, command.value(), command.headers());
    }),
    KEY_WITH_NUL(commands -> {
        var command = commands.release(UUID.randomUUID(), 1);
        return new ProducerRecord<byte[], byte[]>(
                command.topic(), 0, new byte[] {0, (byte) 0xff, 'k'}, command.value(), command.headers());
    }),
    TOMBSTONE(commands -> {
        var command = commands.release(UUID.randomUUID(), 1);
        return new ProducerRecord<byte[], byte[]>(
                command.topic(), null, command.key(), (byte[]) null, command.headers());
    }),
    RANDOM(commands -> new ProducerRecord<>(
            Commands.TOPIC, 0, new byte[] {(byte) 0xc3, 0x28}, new byte[] {(byte) 0x1f, (byte) 0x8b, 0, 1})),
    THOUSANDS_OF_HEADERS(commands -> {
        var command = commands.spoilt(headers -> headers.remove("ce_id"), commands.body());
        for (int i = 0; i < 10_000; i++) {
            command.headers().add("h" + i, new byte[] {(byte) i});
        }
        return command;
    });

    private final Function<Commands, ProducerRecord<byte[], byte[]>> spoil;

    Poison(Function<Commands, ProducerRecord<byte[], byte[]>> spoil) {
        this.spoil = spoil;
    }

    public ProducerRecord<byte[], byte[]> spoil(Commands commands) {
        return spoil.apply(commands);
    }
}
