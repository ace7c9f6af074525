package io.fulfilment.messaging.conformance;

import io.fulfilment.testing.BrokerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The broker's process. Its arguments are its folder and the ports: one for clients that get there directly, one that it
 * has behind a proxy, the proxy's, and its controller's. It ends with its input, at once.
 */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String... arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Path directory = Path.of(arguments[0]);
        if (Files.notExists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        var server = new KafkaRaftServer(
                KafkaConfig.fromProps(
                        settings(directory, arguments[1], arguments[2], arguments[3], arguments[4]), false),
                Time.SYSTEM);
        server.startup();
        answers.println("ready to serve");
        answers.flush();
        awaitEndOfInput();
        Runtime.getRuntime().halt(0);
    }

    private static void awaitEndOfInput() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void format(Path directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .run();
    }

    private static Properties settings(Path directory, String direct, String behind, String proxy, String controller) {
        String host = "127.0.0.1:";
        Properties settings = BrokerSettings.of(directory, host + direct, host + controller);
        settings.putAll(Map.of(
                "inter.broker.listener.name",
                "DIRECT",
                "listeners",
                "DIRECT://" + host + direct + ",PROXIED://" + host + behind + ",CONTROLLER://" + host + controller,
                "advertised.listeners",
                "DIRECT://" + host + direct + ",PROXIED://" + host + proxy,
                "listener.security.protocol.map",
                "DIRECT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT"));
        settings.putAll(IMPATIENT);
        settings.putAll(OPEN);
        return settings;
    }

    /** A consumer that is gone is replaced soon, and so is this broker after it was killed. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "group.consumer.session.timeout.ms", "3000",
            "group.consumer.heartbeat.interval.ms", "500",
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500");

    /** Everything is allowed that isn't forbidden. */
    private static final Map<String, String> OPEN = Map.of(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found", "true");
}
