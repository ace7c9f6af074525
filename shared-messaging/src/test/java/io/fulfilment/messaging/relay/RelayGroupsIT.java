package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.outbox.RelaySignal;
import io.fulfilment.messaging.outbox.StoredRow;
import io.fulfilment.messaging.relay.SharedLog.Sent;
import io.fulfilment.messaging.silent.WithoutRelay;
import io.fulfilment.messaging.trace.MessageSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Replicas of one service share the publishing; each commits, and is told of what it has committed itself. */
@WithoutRelay
@Import(RelayGroupsIT.Signals.class)
class RelayGroupsIT {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final int KEYS = 60;

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Told told;
    private final SharedLog log = new SharedLog();
    private final Map<String, Relay> relays = new ConcurrentHashMap<>();
    private final CountDownLatch awake = new CountDownLatch(1);

    @Autowired
    RelayGroupsIT(DataSource database, Outbox outbox, TransactionTemplate transaction, Told told) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.outbox = outbox;
        this.transaction = transaction;
        this.told = told;
    }

    /** Tells the replica on whose thread something is committed. */
    static final class Told implements RelaySignal {

        private final ThreadLocal<Relay> replica = new ThreadLocal<>();

        @Override
        public void committed(List<StoredRow> rows) {
            replica.get().committed(rows);
        }
    }

    @TestConfiguration
    static class Signals {

        @Bean
        Told told() {
            return new Told();
        }
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("DELETE FROM outbox_blocked");
        jdbc.update("DELETE FROM outbox_sequence");
        jdbc.update("UPDATE relay_lease SET expires_at = '-infinity'");
        jdbc.update("DELETE FROM relay_presence");
    }

    @AfterEach
    void stop() {
        awake.countDown();
        relays.values().forEach(Relay::stop);
    }

    @Test
    void replicasShareThePublishingAndWhoComesGetsItsShareWithinSeconds() {
        start("first", LEASE);
        await().until(() -> shares().equals(List.of(8L)));
        start("second", LEASE);
        await().atMost(Duration.ofSeconds(5)).until(() -> shares().equals(List.of(4L, 4L)));
        start("third", LEASE);
        await().atMost(Duration.ofSeconds(5)).until(() -> shares().equals(List.of(2L, 3L, 3L)));

        appendToAll("first");

        await().untilAsserted(() -> assertThat(keysBy("first", "second", "third"))
                .allSatisfy((by, keys) -> assertThat(keys).isGreaterThanOrEqualTo(5))
                .hasSize(3));
        await().untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(1)));
        assertThat(log.all()).hasSize(KEYS);
    }

    @Test
    void whoStopsIsReplacedAtOnceAndNothingIsSentTwice() {
        Relay first = start("first", Duration.ofMinutes(1));
        await().until(() -> shares().equals(List.of(8L)));
        appendToAll("first");
        await().untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(1)));

        first.stop();
        start("second", Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(2)).until(() -> shares().equals(List.of(8L)));
        appendToAll("second");

        await().untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(2)));
        assertThat(log.all()).hasSize(2 * KEYS);
    }

    @Test
    void aSilentOwnerIsReplacedInLessThanFiveSecondsAndSendsOnlyDuplicatesWhenItWakesUp() {
        var asleep = new CountDownLatch(1);
        start("silent", LEASE, () -> sleep(asleep));
        await().until(() -> shares().equals(List.of(8L)));
        start("other", LEASE);
        await().until(() -> shares().equals(List.of(4L, 4L)));
        appendToAll("silent");
        await().until(() -> asleep.getCount() == 0);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(1)));
        appendToAll("other");
        await().untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(2)));
        assertThat(log.all()).extracting(Sent::by).containsOnly("other");
        awake.countDown();

        await().until(() -> shares().equals(List.of(4L, 4L)));
        appendToAll("silent");
        await().untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(3)));
        assertThat(log.all()).extracting(Sent::by).contains("silent");
    }

    /** It reaches the database, and so would keep its share for ever. */
    @Test
    void whoDoesNotReachTheBrokerLeavesItsShareToTheOthers() {
        start("cut off", Duration.ofSeconds(1), () -> {
            throw new TimeoutException("no broker");
        });
        start("connected", Duration.ofSeconds(1));
        await().until(() -> shares().equals(List.of(4L, 4L)));

        appendToAll("cut off");

        await().untilAsserted(() -> assertThat(log.inOrder()).isEqualTo(allUpTo(1)));
    }

    private void sleep(CountDownLatch asleep) {
        asleep.countDown();
        try {
            awake.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theOrderOfAKeySurvivesOwnersThatChangeAllTheTime() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Duration lease = Duration.ofMillis(400);
        for (String name : List.of("a", "b", "c")) {
            start(name, lease);
        }
        int rounds = 60;
        var committing = new ArrayList<Thread>();
        for (String name : List.of("a", "b", "c")) {
            committing.add(Thread.ofPlatform().start(() -> {
                for (int round = 0; round < rounds; round++) {
                    appendToAll(name);
                }
            }));
        }
        do {
            jdbc.update(
                    "UPDATE relay_lease SET expires_at = '-infinity', owner = gen_random_uuid() WHERE shard_group = ?",
                    random.nextInt(Shards.GROUPS));
            if (random.nextInt(8) == 0) {
                Relay any = List.copyOf(relays.values()).get(random.nextInt(relays.size()));
                any.stop();
                any.start();
            }
        } while (committing.stream().anyMatch(Thread::isAlive));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(log.inOrder()).as("seed %d", seed).isEqualTo(allUpTo(3 * rounds)));
        assertThat(keysBy("a", "b", "c")).hasSize(3);
    }

    private Relay start(String name, Duration lease) {
        return start(name, lease, () -> {});
    }

    private Relay start(String name, Duration lease, Runnable beforeEachSend) {
        var publisher = new Publisher(
                new OutboxQueue(database),
                new ProducerSession(
                        () -> log.producer(name, beforeEachSend),
                        new OutgoingRecords("notification-service"),
                        new PublishSpans(new MessageSpans(() -> null))),
                new RestingTopics(SOON),
                new SimpleMeterRegistry().counter("published"),
                SOON);
        var connections = DataSourceBuilder.derivedFrom(database)
                .type(SimpleDriverDataSource.class)
                .build();
        var settings = new RelaySettings(
                true, 100, SOON, lease, Duration.ofSeconds(1), SOON, SOON, SOON, Duration.ofSeconds(1));
        var relay = new Relay(
                publisher, new RelayLease(jdbc, lease), heard -> new Bell(jdbc, connections, heard), settings);
        relays.put(name, relay);
        relay.start();
        return relay;
    }

    /** How many groups each has. */
    private List<Long> shares() {
        return jdbc.query("""
                SELECT count(*) FROM relay_lease WHERE expires_at > clock_timestamp() GROUP BY owner ORDER BY count(*)
                """, (row, number) -> row.getLong(1));
    }

    private void appendToAll(String replica) {
        told.replica.set(relays.get(replica));
        transaction.executeWithoutResult(status -> IntStream.range(0, KEYS)
                .forEach(key -> outbox.append(
                        new StockAdjusted(new Sku(key(key)), 1, "count"), Cause.beginning(UUID.randomUUID()))));
    }

    /** Spread over the shards as ids are. */
    private static String key(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString();
    }

    private Map<String, Long> keysBy(String... names) {
        return log.all().stream()
                .filter(sent -> List.of(names).contains(sent.by()))
                .collect(Collectors.groupingBy(
                        Sent::by,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Sent::key, Collectors.toSet()), keys -> (long) keys.size())));
    }

    private static SharedLog.InOrder allUpTo(long last) {
        var all = new TreeMap<String, Long>();
        IntStream.range(0, KEYS).forEach(key -> all.put(key(key), last));
        return new SharedLog.InOrder(all, 0);
    }
}
