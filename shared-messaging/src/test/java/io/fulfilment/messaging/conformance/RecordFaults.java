package io.fulfilment.messaging.conformance;

import static io.fulfilment.messaging.conformance.ProcessFaults.require;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.conformance.Fault.Ongoing;
import io.fulfilment.messaging.it.Commands;
import io.fulfilment.messaging.it.Poison;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that are there although no relay has sent them. */
final class RecordFaults {

    private static final int YOUNGEST = 20;

    /** As large as the broker takes; much larger than a message may be. */
    private static final int OVERSIZE = 900_000;

    private RecordFaults() {}

    /** Records of either way come again, some of them long after those behind them. */
    static Ongoing duplicates(Stage stage, RandomGenerator random) {
        long first = sendAgain(stage, random);
        return () -> {
            long sent = first + sendAgain(stage, random);
            require(sent > 0, "nothing to repeat");
            return sent + " records came again";
        };
    }

    private static long sendAgain(Stage stage, RandomGenerator random) {
        return Stream.of(Topic.INVENTORY_COMMANDS, Topic.SAGA_REPLIES)
                .mapToLong(topic -> sendAgain(stage, topic.topicName(), random))
                .sum();
    }

    private static long sendAgain(Stage stage, String topic, RandomGenerator random) {
        Broker broker = stage.bed().broker();
        try (var records = new Records(broker.direct(), topic);
                var sender = new Sender(broker)) {
            return sender.send(records.last(YOUNGEST).stream()
                            .filter(found -> stage.isOurs(found) && random.nextInt(4) == 0)
                            .map(Records::copy)
                            .toList())
                    .size();
        }
    }

    /** Of each kind one. */
    static Ongoing poison(Stage stage) {
        int sent = poison(stage, Poison.values().length);
        return () -> sent + " records that are no messages";
    }

    /** Each has a key of its own. */
    static int poison(Stage stage, int kinds) {
        try (var sender = new Sender(stage.bed().broker())) {
            sender.send(Stream.concat(
                                    Stream.of(Poison.values())
                                            .limit(kinds)
                                            .map(kind -> kind.spoil(Commands.aboutAnOrder())),
                                    Stream.of(oversize()))
                            .toList())
                    .forEach(stage::isForeign);
        }
        return kinds + 1;
    }

    private static ProducerRecord<byte[], byte[]> oversize() {
        return Commands.aboutAnOrder().spoilt(headers -> {}, "x".repeat(OVERSIZE));
    }
}
