package io.fulfilment.messaging.conformance;

import static io.fulfilment.messaging.conformance.ProcessFaults.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.conformance.Fault.Ongoing;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.springframework.util.unit.DataSize;

/** What befalls Kafka and the way there. */
final class BrokerFaults {

    private static final DataSize LIMIT = DataSize.ofKilobytes(64);

    private BrokerFaults() {}

    static Ongoing kill(Stage stage) {
        Broker broker = stage.bed().broker();
        ChildProcess victim = broker.process();
        victim.kill();
        return () -> {
            broker.restart();
            return "the broker ended with " + victim.awaitEnd();
        };
    }

    static Ongoing pause(Stage stage) {
        ChildProcess victim = stage.bed().broker().process();
        victim.pause();
        return () -> {
            boolean paused = victim.isPaused();
            victim.resume();
            require(paused, "the broker didn't stand still");
            return "the broker stood still";
        };
    }

    static Ongoing away(Stage stage) {
        BrokerProxy proxy = stage.bed().broker().proxy();
        long before = proxy.refused();
        proxy.shut();
        return () -> {
            await().atMost(ChildProcess.PATIENCE).until(() -> proxy.refused() > before);
            proxy.open();
            return proxy.refused() - before + " connections were refused";
        };
    }

    static Ongoing withoutAnswers(Stage stage) {
        BrokerProxy proxy = stage.bed().broker().proxy();
        long before = proxy.bytesLost();
        proxy.loseAnswers();
        return () -> {
            await().atMost(ChildProcess.PATIENCE).until(() -> proxy.bytesLost() > before);
            proxy.open();
            return proxy.bytesLost() - before + " bytes of answers were lost";
        };
    }

    /** Something is parked while nobody may write to the topic of dead letters. */
    static Ongoing refuseDeadLetters(Stage stage, RandomGenerator random) {
        String topic = stage.names().deadLetters();
        var forbidden = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY));
        try (var admin = stage.bed().broker().admin()) {
            Broker.get(admin.createAcls(List.of(forbidden)).all());
        }
        RecordFaults.poison(stage, random.nextInt(1, 4));
        return () -> {
            try (var admin = stage.bed().broker().admin();
                    var sender = new Sender(stage.bed().broker())) {
                assertThatThrownBy(() -> sender.send(new ProducerRecord<>(topic, new byte[0], new byte[0])))
                        .hasRootCauseInstanceOf(TopicAuthorizationException.class);
                Broker.get(admin.deleteAcls(List.of(forbidden.toFilter())).all());
            }
            return "nobody could write to " + topic;
        };
    }

    /** Something is parked while there is no topic of dead letters. */
    static Ongoing withoutDeadLetters(Stage stage, RandomGenerator random) {
        Broker broker = stage.bed().broker();
        String topic = stage.names().deadLetters();
        stage.keepCopies();
        broker.deleteTopics(List.of(topic));
        RecordFaults.poison(stage, random.nextInt(1, 4));
        return () -> {
            long waiting = await().atMost(ChildProcess.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stage.witness().unpublished(topic), rows -> rows > 0);
            require(!broker.hasTopic(topic), topic + " was there");
            broker.createTopics(List.of(topic), 1);
            return waiting + " copies waited for " + topic;
        };
    }

    /** A message that may be appended is too large for its topic; its key stands still until an operator has seen to it. */
    static Ongoing refuseLargeRecords(Stage stage, RandomGenerator random) {
        String key = UUID.randomUUID().toString();
        stage.bed().broker().limitRecords(LIMIT);
        stage.ask(random, "large " + key);
        return () -> {
            List<String> reasons = await().atMost(ChildProcess.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> stage.witness().blocked(key), found -> !found.isEmpty());
            stage.bed().broker().unlimitRecords();
            stage.persist(() -> assertThat(stage.witness().unblock(key)).isTrue());
            assertThat(reasons).singleElement().asString().contains(RecordTooLargeException.class.getSimpleName());
            return key + " stood still: " + reasons.getFirst();
        };
    }
}
