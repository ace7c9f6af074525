package io.fulfilment.local.http;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** What a stand-in is told by environment variables, as the services are. */
public record Environment(Map<String, String> variables) {

    public static Environment ofThisProcess() {
        return new Environment(System.getenv());
    }

    /** {@code BIND_ADDRESS}, the loopback address unless told otherwise, and the port that a variable names. */
    public InetSocketAddress address(String portVariable, int defaultPort) {
        String port = variables.getOrDefault(portVariable, Integer.toString(defaultPort));
        return new InetSocketAddress(variables.getOrDefault("BIND_ADDRESS", "127.0.0.1"), Integer.parseInt(port));
    }

    /** {@code DATA_DIRECTORY}. */
    public Path data(String name) {
        return Path.of(variables.getOrDefault("DATA_DIRECTORY", ".local/data/" + name));
    }
}
