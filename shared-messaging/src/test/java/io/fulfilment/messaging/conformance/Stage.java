package io.fulfilment.messaging.conformance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: two processes of the service, under load from when they are ready until they {@link #rest()}. */
final class Stage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private static final int HOT_KEYS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TestBed bed;
    private final Names names;
    private final BookReader books;
    private final Witness witness;
    private final List<ServiceProcess> replicas;
    private final List<Place> foreign = new CopyOnWriteArrayList<>();
    private final Map<Fault, List<Span>> faults = new ConcurrentHashMap<>();

    private Stage(TestBed bed, Names names) {
        this.bed = bed;
        this.names = names;
        this.books = new BookReader(bed, names);
        this.witness = new Witness(bed.database().of(names.database()));
        List<String> settings = names.settings(bed, Names.hotKeys(HOT_KEYS));
        this.replicas = Stream.of("-a", "-b")
                .map(replica -> ServiceProcess.start(names.service() + replica, settings))
                .toList();
    }

    static Stage open(TestBed bed) {
        var names = new Names(bed.nextRun());
        bed.broker().heal();
        bed.database().create(names.database());
        bed.broker().createTopics(List.of(names.deadLetters()), 1);
        bed.broker().renewTopics();
        var stage = new Stage(bed, names);
        try {
            stage.awaitReady();
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
        return stage;
    }

    private void awaitReady() {
        replicas.forEach(replica -> replica.process().awaitReady());
    }

    TestBed bed() {
        return bed;
    }

    Names names() {
        return names;
    }

    Witness witness() {
        return witness;
    }

    /** Has one of the processes do something; another one if it can't, or ends before it says that it has. */
    String ask(RandomGenerator random, String command) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> ChildProcess.join(oneOf(random).ask(command)), Objects::nonNull);
    }

    /** Does what other faults may get in the way of, until it works; it has to be safe to repeat. */
    void persist(ThrowingRunnable action) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(action);
    }

    /** One that serves, unless none does. */
    ServiceProcess oneOf(RandomGenerator random) {
        ServiceProcess chosen = replicas.get(random.nextInt(replicas.size()));
        return Stream.concat(Stream.of(chosen), replicas.stream())
                .filter(replica -> replica.process().isReady())
                .findFirst()
                .orElse(chosen);
    }

    /** Whether the service of this run has sent it. */
    boolean isOurs(ConsumerRecord<byte[], byte[]> sent) {
        var source = sent.headers().lastHeader("ce_source");
        return source != null
                && source.value() != null
                && new String(source.value(), StandardCharsets.UTF_8).startsWith("/" + names.service() + "/");
    }

    /** Of a record that is no message: it is to be parked. */
    void isForeign(Place place) {
        foreign.add(place);
    }

    /** Copies of what is foreign so far stay known, whatever becomes of their topic. */
    void keepCopies() {
        await().pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> books.keepParked(foreign));
    }

    /** It is over. */
    void befell(Fault fault, Span when) {
        faults.computeIfAbsent(fault, first -> new CopyOnWriteArrayList<>()).add(when);
    }

    /** How many of our records that were first sent during such a fault were sent again by a relay. */
    long sentAgain(Fault fault) {
        List<Span> spans = faults.getOrDefault(fault, List.of());
        return Stream.of(Topic.INVENTORY_COMMANDS, Topic.SAGA_REPLIES)
                .flatMap(topic -> timesOfEach(topic.topicName()).stream())
                .filter(times ->
                        times.size() > 1 && spans.stream().anyMatch(span -> span.contains(Collections.min(times))))
                .count();
    }

    private Collection<List<Instant>> timesOfEach(String topic) {
        try (var records = new Records(bed.broker().direct(), topic)) {
            return records.all().stream()
                    .filter(found -> isOurs(found) && !Records.isCopy(found))
                    .collect(groupingBy(
                            Records::id, mapping(found -> Instant.ofEpochMilli(found.timestamp()), toList())))
                    .values();
        }
    }

    /** What its faults came to. */
    Map<Effect, Long> effects() {
        return Stream.of(Effect.values()).collect(toMap(effect -> effect, effect -> effect.count(this)));
    }

    /** Ends the load. */
    void rest() {
        replicas.forEach(ServiceProcess::revive);
        replicas.forEach(ServiceProcess::rest);
    }

    /** What is left when everything is where it belongs, or when it has had the time for it. */
    Evidence settle() {
        awaitReady();
        try {
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> books.isSettled(foreign));
        } catch (ConditionTimeoutException e) {
            LOG.error("Not everything arrived: the checker tells what", e);
        }
        return books.evidence(List.copyOf(foreign));
    }

    @Override
    public void close() {
        replicas.forEach(ServiceProcess::close);
    }
}
