package io.fulfilment.messaging.conformance;

import static io.fulfilment.messaging.conformance.ProcessFaults.require;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.conformance.Fault.Ongoing;
import io.fulfilment.messaging.it.Commands;
import io.fulfilment.messaging.it.Poison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that are there although no relay has sent them. */
final class RecordFaults {

    private static final int YOUNGEST = 20;

    /** As large as the broker takes; much larger than a message may be. */
    private static final int OVERSIZE = 900_000;

    private static final int EARLY_KEYS = 3;
    private static final int EARLY_MOST = 5;

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

    /** Each of some keys has its first record only after all the others, which come in any order. */
    static Ongoing early(Stage stage, RandomGenerator random) {
        List<Commands> keys =
                Stream.generate(Commands::aboutAnOrder).limit(EARLY_KEYS).toList();
        List<ProducerRecord<byte[], byte[]>> firsts = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> others = new ArrayList<>();
        for (Commands key : keys) {
            List<UUID> ids = Stream.generate(UUID::randomUUID)
                    .limit(random.nextInt(2, EARLY_MOST + 1))
                    .toList();
            stage.persist(() -> stage.witness().send(key.subject(), ids));
            firsts.add(key.release(ids.getFirst(), 1));
            IntStream.range(1, ids.size()).forEach(number -> others.add(key.release(ids.get(number), number + 1)));
        }
        Collections.shuffle(others, Random.from(random));
        send(stage, others);
        return () -> {
            await().atMost(ChildProcess.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> keys.stream().allMatch(key -> stage.witness().hasWaited(key.subject())));
            send(stage, firsts);
            return others.size() + " records of " + keys.size() + " keys waited for those before them";
        };
    }

    private static void send(Stage stage, List<ProducerRecord<byte[], byte[]>> records) {
        try (var sender = new Sender(stage.bed().broker())) {
            sender.send(records);
        }
    }

    /** What is too large is refused when it is appended; what its transaction sends beside it goes its way. */
    static Ongoing appendOversize(Stage stage, RandomGenerator random) {
        String told = stage.ask(random, "oversize");
        require(told.contains("larger than a record may be"), told);
        return () -> "refused: " + told;
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
