package io.fulfilment.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** How the broker in tests is set: one node, small, and quick to notice that a consumer is gone. */
public final class BrokerSettings {

    public static final int NODE = 1;
    public static final String CONTROLLER = "CONTROLLER";

    private BrokerSettings() {}

    /** @param address where clients get to it; the other is its own as a controller */
    public static Properties of(Path directory, String address, String controllerAddress) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@" + controllerAddress,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                "PLAINTEXT://" + address + "," + CONTROLLER + "://" + controllerAddress,
                "advertised.listeners",
                "PLAINTEXT://" + address,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "log.dir",
                directory.toString()));
        settings.putAll(common());
        return settings;
    }

    /** What doesn't depend on where it runs. */
    static Map<String, String> common() {
        var settings = new TreeMap<>(SMALL);
        settings.putAll(IMPATIENT);
        return settings;
    }

    private static final Map<String, String> SMALL = Map.of(
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "log.segment.bytes", "16777216",
            "num.io.threads", "2",
            "num.network.threads", "2");

    private static final Map<String, String> IMPATIENT = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000",
            "group.consumer.min.session.timeout.ms", "1000",
            "group.consumer.session.timeout.ms", "6000",
            "group.consumer.min.heartbeat.interval.ms", "100",
            "group.consumer.heartbeat.interval.ms", "1000",
            "controlled.shutdown.enable", "false");
}
