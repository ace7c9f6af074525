package io.fulfilment.messaging.conformance;

import io.fulfilment.events.Topic;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of one run: its service's is also that of a group, and part of a topic's. */
record Names(int run) {

    String service() {
        return "conformance-" + run;
    }

    String database() {
        return "conformance_" + run;
    }

    String deadLetters() {
        return Topic.deadLettersOf(service());
    }

    /** The settings of a process; those that are times are short, so that a run sees many of each. */
    List<String> settings(TestBed bed, List<String> hotKeys) {
        return Stream.concat(
                        Stream.of(
                                "spring.application.name=" + service(),
                                "conformance.hot-keys=" + String.join(",", hotKeys),
                                "DATABASE_URL=" + bed.database().url(database()),
                                "KAFKA_BOOTSTRAP_SERVERS=" + bed.broker().proxied()),
                        SETTINGS.stream())
                .map(setting -> "--" + setting)
                .toList();
    }

    /** A few keys that everybody writes to. */
    static List<String> hotKeys(int count) {
        return IntStream.range(0, count)
                .mapToObj(key -> UUID.randomUUID().toString())
                .toList();
    }

    private static final List<String> SETTINGS = List.of(
            "spring.main.web-application-type=none",
            "DATABASE_USERNAME=postgres",
            "DATABASE_PASSWORD=none",
            "DATABASE_MIGRATION_USERNAME=postgres",
            "DATABASE_MIGRATION_PASSWORD=none",
            "spring.flyway.locations=classpath:db/conformance",
            "spring.datasource.hikari.maximum-pool-size=5",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.kafka.consumer.properties[request.timeout.ms]=4000",
            "fulfilment.messaging.relay.lease=1500ms",
            "fulfilment.messaging.relay.poll=250ms",
            "fulfilment.messaging.relay.send-timeout=2s",
            "fulfilment.messaging.relay.retry-max=500ms",
            "fulfilment.messaging.relay.missing-topic-pause=1s",
            "fulfilment.messaging.consumer.attempts=3",
            "fulfilment.messaging.consumer.gather=10ms",
            "fulfilment.messaging.consumer.gap=2s",
            "fulfilment.messaging.consumer.max-poll-interval=3s");
}
