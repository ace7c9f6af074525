package io.fulfilment.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the user asked for. The same options are in the usage text of the script {@code run}.
 *
 * @param replicas how many processes of each service; one where it is not named
 * @param traces whether Zipkin is to show them
 * @param portOffset added to every port, so that a second system can run beside the first
 */
record Options(boolean fresh, boolean traces, Map<String, Integer> replicas, int portOffset, Layout layout) {

    static final List<String> SERVICES = List.of(
            "order-service",
            "payment-service",
            "inventory-service",
            "notification-service",
            "saga-orchestrator",
            "event-store");
    private static final int MOST_REPLICAS = 9;
    private static final int LARGEST_OFFSET = 40_000;
    private static final int ENOUGH_ORDERS = 500;
    private static final int MOST_ORDERS = 100_000;

    /** @throws IllegalArgumentException with a message for the user */
    static Options parse(List<String> arguments, Path project) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        boolean fresh = false;
        boolean traces = false;
        int portOffset = 0;
        Path local = project.resolve(".local");
        Map<String, Integer> replicas = new TreeMap<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--traces" -> traces = true;
                case "--port-offset" -> portOffset = number(option, value(option, rest), 0, LARGEST_OFFSET);
                case "--local-dir" -> local = Path.of(value(option, rest));
                case "--replicas" -> addReplicas(replicas, value(option, rest));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new Options(
                fresh,
                traces,
                replicas,
                portOffset,
                new Layout(project, local.toAbsolutePath().normalize()));
    }

    /** How many orders {@code ./run train} is to place. */
    static int orders(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        int orders = ENOUGH_ORDERS;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--orders" -> orders = number(option, value(option, rest), 1, MOST_ORDERS);
                default -> throw new IllegalArgumentException("train takes no " + option);
            }
        }
        return orders;
    }

    private static void addReplicas(Map<String, Integer> replicas, String text) {
        String[] parts = text.split("=", 2);
        if (parts.length != 2 || !SERVICES.contains(parts[0])) {
            throw new IllegalArgumentException("--replicas takes SERVICE=N, such as order-service=2, not " + text);
        }
        replicas.put(parts[0], number("--replicas", parts[1], 1, MOST_REPLICAS));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes a number, not " + text, e);
        }
        throw new IllegalArgumentException(option + " takes a number from " + least + " to " + most + ", not " + text);
    }
}
