package io.fulfilment.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to drive the system with.
 *
 * @param root the checkout whose {@code ./run} started the system
 * @param rate orders a second, whether or not the system keeps up
 * @param declined percent of the orders whose card is declined
 * @param warmUp orders placed at the same rate before anything is measured
 * @param kill whether to kill -9 and restart each service once meanwhile
 */
record Options(
        Path root, int orders, int rate, int declined, int warmUp, Duration finalWithin, boolean kill, long seed) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "root", ".",
            "orders", "1000",
            "rate", "50",
            "declined", "5",
            "warm-up", "1000",
            "final-within-seconds", "30",
            "kill", "false");

    /** @throws IllegalArgumentException on an unknown option, or a value that is none */
    static Options parse(String... arguments) {
        var values = new TreeMap<>(DEFAULTS);
        values.put("seed", Long.toString(System.nanoTime() & 0xffffff));
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!values.containsKey(name) || !arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "; there are " + values.keySet());
            }
            if (name.equals("kill")) {
                values.put(name, "true");
            } else if (++i < arguments.length) {
                values.put(name, arguments[i]);
            } else {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
        }
        return of(values);
    }

    private static Options of(Map<String, String> values) {
        return new Options(
                Path.of(values.getOrDefault("root", "")).toAbsolutePath().normalize(),
                Integer.parseInt(values.getOrDefault("orders", "")),
                Integer.parseInt(values.getOrDefault("rate", "")),
                Integer.parseInt(values.getOrDefault("declined", "")),
                Integer.parseInt(values.getOrDefault("warm-up", "")),
                Duration.ofSeconds(Long.parseLong(values.getOrDefault("final-within-seconds", ""))),
                Boolean.parseBoolean(values.getOrDefault("kill", "")),
                Long.parseLong(values.getOrDefault("seed", "")));
    }
}
