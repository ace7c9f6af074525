package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.ServiceEnvironment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** What is held, worked off step by step as a test wants it. */
@SpringBootTest(
        classes = RecordingService.class,
        properties = {
            "spring.application.name=saga-orchestrator",
            "fulfilment.messaging.consumer.enabled=false",
            "fulfilment.messaging.consumer.attempts=3",
            "fulfilment.messaging.consumer.retry-initial=1ms",
            "fulfilment.messaging.consumer.retry-max=1ms",
            "fulfilment.messaging.relay.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
abstract class HeldKeysTest {

    @Autowired
    BatchListener listener;

    @Autowired
    Redelivery redelivery;

    @Autowired
    RecordingService.Calls calls;

    @Autowired
    JdbcTemplate jdbc;

    final Releases a = new Releases();
    final Releases b = new Releases();

    @BeforeEach
    void nothingIsHeld() {
        calls.clear();
        jdbc.update("DELETE FROM held_message");
        jdbc.update("DELETE FROM held_key");
    }

    /** Until nothing is due for long. */
    void workOff() {
        do {
            while (redelivery.workOff()) {
                assertThat(Thread.interrupted()).isFalse();
            }
        } while (redelivery.idle(Duration.ofSeconds(1)).toMillis() < 500);
    }

    /** By an hour: what is noted seems to be later by that. */
    void clockIsSetBack() {
        jdbc.update("""
                UPDATE held_key SET held_since = held_since + interval '1 hour', due_at = due_at + interval '1 hour'
                """);
    }

    void due(Releases key) {
        jdbc.update("UPDATE held_key SET due_at = clock_timestamp() WHERE message_key = ?", key.subject());
    }

    /** Until somebody waits for what the current transaction has locked. */
    void awaitSomeoneWaiting() {
        Integer me = jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class);
        await().until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid)))",
                Boolean.class,
                me)));
    }

    List<@Nullable String> states(Releases key) {
        return jdbc.queryForList("SELECT state FROM held_key WHERE message_key = ?", String.class, key.subject());
    }

    List<@Nullable String> reasons(Releases key) {
        return jdbc.queryForList(
                "SELECT reason FROM held_message WHERE message_key = ? ORDER BY id", String.class, key.subject());
    }
}
