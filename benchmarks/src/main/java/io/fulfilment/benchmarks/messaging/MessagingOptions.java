package io.fulfilment.benchmarks.messaging;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to measure.
 *
 * @param rows in the outbox when the relay is switched on; as many as are used to find the limits
 * @param rate transactions a second whose message's way to a consumer is timed
 * @param seconds for how long, after as long to warm up
 * @param messages in the topic when the consumer is switched on
 * @param flow rows that flow through the outbox while its size is watched
 * @param kept seconds that these are kept at least
 * @param waiting rows that wait for a relay with little memory
 * @param warmUp rows and messages that go the same way before those that are measured
 */
record MessagingOptions(
        int rows, int rate, int seconds, int messages, int flow, int kept, int waiting, int warmUp, Set<Part> parts) {

    /** What can be left out. */
    enum Part {
        DRAIN,
        LATENCY,
        CONSUME,
        LIMITS,
        GROWTH,
        MEMORY
    }

    private static final String ALL = "drain,latency,consume,limits,growth,memory";

    private static final Map<String, String> DEFAULTS = Map.of(
            "rows", "500000",
            "rate", "500",
            "seconds", "30",
            "messages", "300000",
            "flow", "10000000",
            "kept", "60",
            "waiting", "1000000",
            "warm-up", "100000",
            "only", "drain,latency,consume,limits");

    /** @throws IllegalArgumentException on an unknown option, or a value that is none */
    static MessagingOptions parse(String... arguments) {
        var values = new TreeMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!values.containsKey(name) || !arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "; there are " + values.keySet());
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
            values.put(name, arguments[i + 1]);
        }
        return of(values);
    }

    private static MessagingOptions of(Map<String, String> values) {
        return new MessagingOptions(
                number(values, "rows"),
                number(values, "rate"),
                number(values, "seconds"),
                number(values, "messages"),
                number(values, "flow"),
                number(values, "kept"),
                number(values, "waiting"),
                number(values, "warm-up"),
                parts(values.getOrDefault("only", "")));
    }

    private static Set<Part> parts(String names) {
        var parts = EnumSet.noneOf(Part.class);
        for (String name : names.split(",")) {
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("--only takes some of " + ALL + ", not " + name)));
        }
        return parts;
    }

    private static int number(Map<String, String> values, String name) {
        int number = Integer.parseInt(values.getOrDefault(name, ""));
        if (number < 1) {
            throw new IllegalArgumentException("--" + name + " is at least 1");
        }
        return number;
    }
}
