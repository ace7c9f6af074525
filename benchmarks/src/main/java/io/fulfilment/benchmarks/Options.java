package io.fulfilment.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to drive the system with.
 *
 * @param root the checkout whose {@code ./run} started the system
 * @param localDir where that system keeps its pid files, as given to {@code ./run}
 * @param portOffset what is added to its ports, as given to {@code ./run}
 * @param rate orders a second, whether or not the system keeps up
 * @param declined percent of the orders whose card is declined
 * @param cancel percent of the measured orders whose customers cancel them
 * @param race whether customers cancel all of them, at about the time of their confirmation
 * @param warmUp orders placed before anything is measured
 * @param warmUpRate of these, how many a second
 * @param finalWithin how long after all else, every order must be final and every saga over
 * @param kill whether to kill -9 and restart each service once meanwhile
 * @param torment a service whose replicas are killed and paused meanwhile; empty for none
 */
record Options(
        Path root,
        Path localDir,
        int portOffset,
        int orders,
        int rate,
        int declined,
        int cancel,
        boolean race,
        int warmUp,
        int warmUpRate,
        Duration finalWithin,
        boolean kill,
        String torment,
        long seed) {

    private static final String SAME_AS_RATE = "";
    private static final String BY_TORMENT = "";
    private static final Set<String> SWITCHES = Set.of("kill", "race");

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("root", "."),
            Map.entry("local-dir", ".local"),
            Map.entry("port-offset", "0"),
            Map.entry("orders", "1000"),
            Map.entry("rate", "50"),
            Map.entry("declined", "5"),
            Map.entry("cancel", "0"),
            Map.entry("race", "false"),
            Map.entry("warm-up", "1000"),
            Map.entry("warm-up-rate", SAME_AS_RATE),
            Map.entry("final-within-seconds", BY_TORMENT),
            Map.entry("kill", "false"),
            Map.entry("torment", ""));

    Options {
        if (race && cancel > 0) {
            throw new IllegalArgumentException("--race has all orders cancelled: leave out --cancel");
        }
        if (!torment.isEmpty() && (kill || !LocalSystem.SERVICES.contains(torment))) {
            throw new IllegalArgumentException("--torment takes one of " + LocalSystem.SERVICES + ", and no --kill");
        }
    }

    /** @throws IllegalArgumentException on an unknown option, or a value that is none */
    static Options parse(String... arguments) {
        var values = new TreeMap<>(DEFAULTS);
        values.put("seed", Long.toString(System.nanoTime() & 0xffffff));
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!values.containsKey(name) || !arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "; there are " + values.keySet());
            }
            if (SWITCHES.contains(name)) {
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
        Path root = Path.of(values.getOrDefault("root", "")).toAbsolutePath().normalize();
        int rate = number(values, "rate", 1);
        return new Options(
                root,
                root.resolve(values.getOrDefault("local-dir", "")),
                number(values, "port-offset", 0),
                number(values, "orders", 1),
                rate,
                number(values, "declined", 0),
                number(values, "cancel", 0),
                is(values, "race"),
                number(values, "warm-up", 0),
                SAME_AS_RATE.equals(values.get("warm-up-rate")) ? rate : number(values, "warm-up-rate", 1),
                finalWithin(values),
                is(values, "kill"),
                values.getOrDefault("torment", ""),
                Long.parseLong(values.getOrDefault("seed", "")));
    }

    private static Duration finalWithin(Map<String, String> values) {
        if (!BY_TORMENT.equals(values.get("final-within-seconds"))) {
            return Duration.ofSeconds(number(values, "final-within-seconds", 0));
        }
        return Duration.ofSeconds("".equals(values.get("torment")) ? 30 : 60);
    }

    /** A mail that is on its way when its process is killed isn't sent again. */
    boolean maySwallowMails() {
        return kill || torment.equals("notification-service");
    }

    /** Whether and when the customer of the next order will cancel it. */
    Function<Random, @Nullable SecondThoughts> secondThoughts() {
        return race ? SecondThoughts::racing : random -> SecondThoughts.next(random, cancel);
    }

    private static boolean is(Map<String, String> values, String name) {
        return Boolean.parseBoolean(values.getOrDefault(name, ""));
    }

    private static int number(Map<String, String> values, String name, int least) {
        int number = Integer.parseInt(values.getOrDefault(name, ""));
        if (number < least) {
            throw new IllegalArgumentException("--" + name + " is at least " + least);
        }
        return number;
    }
}
