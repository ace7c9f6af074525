package io.fulfilment.testing;

import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.catalogue.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The approved JSON of every message version that has landed, as records that come from Kafka. */
public final class ApprovedMessages {

    private static final String SAMPLES = "classpath:samples/*.json";
    private static final Map<String, String> TOPICS = Contracts.all().stream()
            .collect(Collectors.toMap(
                    type -> TypeName.of(type).toString(), type -> Topic.of(type).topicName()));

    /** No real record is there, so that none is taken for it. */
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000_000_000L);

    private ApprovedMessages() {}

    /** Those that may come on any of the topics, each as a new message. */
    public static List<ConsumerRecord<byte[], byte[]>> on(String... topics) {
        return samples()
                .flatMap(sample -> received(sample).stream())
                .filter(message -> Arrays.asList(topics).contains(message.topic()))
                .toList();
    }

    /** A version that is no longer in the language has no topic any more; that is for the tests of the language to find. */
    private static Optional<ConsumerRecord<byte[], byte[]>> received(Resource sample) {
        String type = Objects.requireNonNull(sample.getFilename()).replaceAll("(~.*)?\\.json$", "");
        return Optional.ofNullable(TOPICS.get(type)).map(topic -> received(type, topic, content(sample)));
    }

    private static ConsumerRecord<byte[], byte[]> received(String type, String topic, byte[] body) {
        JsonNode json = JsonMapper.shared().readTree(body);
        String subject = json.path("orderId").asString(json.path("sku").asString(""));
        var message = new ConsumerRecord<>(topic, 0, OFFSETS.incrementAndGet(), bytes(subject), body);
        attributes(type, topic, subject)
                .forEach((name, value) -> message.headers().add(name, bytes(value)));
        return message;
    }

    /** As a relay writes them. */
    private static Map<String, String> attributes(String type, String topic, String subject) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/approved/" + topic);
        headers.put("ce_subject", subject);
        headers.put("ce_time", "2026-01-02T03:04:05.678901Z");
        headers.put("ce_sequence", "1");
        headers.put("ce_correlationid", UUID.randomUUID().toString());
        headers.put("ce_causationid", UUID.randomUUID().toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    private static Stream<Resource> samples() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(SAMPLES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource sample) {
        try (InputStream in = sample.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
