package io.fulfilment.local.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A part of the system that runs as one process.
 *
 * @param name names its log and its pid file, too
 * @param ports what it listens on; has to be free before it starts
 * @param environment what it gets on top of the environment of {@code ./run}
 */
public record Component(
        String name,
        Stage stage,
        List<Integer> ports,
        Program program,
        Map<String, String> environment,
        Readiness readiness) {

    /** What starts before, and stops after, what. */
    public enum Stage {
        INFRASTRUCTURE,
        STAND_IN,
        SERVICE
    }

    public Component {
        ports = List.copyOf(ports);
        environment = Map.copyOf(environment);
    }

    /** The same with a variable set. */
    public Component with(String variable, Object value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value.toString());
        return new Component(name, stage, ports, program, more, readiness);
    }

    /** The same with those variables that it does not set itself. */
    public Component withMissing(Map<String, String> variables) {
        var more = new TreeMap<>(variables);
        more.putAll(environment);
        return new Component(name, stage, ports, program, more, readiness);
    }

    /** The same with one more port. */
    public Component listeningOn(int port) {
        List<Integer> more = Stream.concat(ports.stream(), Stream.of(port)).toList();
        return new Component(name, stage, more, program, environment, readiness);
    }

    @Override
    public String toString() {
        // The environment holds passwords.
        return "Component[" + name + "]";
    }
}
