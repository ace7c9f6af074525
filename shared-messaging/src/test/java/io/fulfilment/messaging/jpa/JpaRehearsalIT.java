package io.fulfilment.messaging.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Topic;
import io.fulfilment.events.payment.PaymentCommand.VoidPayment;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.deadletter.Rehearsal;
import io.fulfilment.messaging.deadletter.Rehearsed;
import io.fulfilment.testing.ServiceEnvironment;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** What entities have to write is written only as a transaction commits. */
@SpringBootTest(
        classes = JpaService.class,
        properties = {
            "spring.application.name=payment-service",
            "spring.autoconfigure.exclude=",
            "fulfilment.messaging.consumer.enabled=false",
            "fulfilment.messaging.relay.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
@Import(JpaRehearsalIT.Handlers.class)
class JpaRehearsalIT {

    private final Rehearsal rehearsal;
    private final JdbcTemplate jdbc;
    private final AtomicBoolean spoilt;
    private final String order = UUID.randomUUID().toString();

    @Autowired
    JpaRehearsalIT(Rehearsal rehearsal, JdbcTemplate jdbc, AtomicBoolean spoilt) {
        this.rehearsal = rehearsal;
        this.jdbc = jdbc;
        this.spoilt = spoilt;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        AtomicBoolean spoilt() {
            return new AtomicBoolean();
        }

        @Bean
        MessageHandlers messageHandlers(EntityManager entities, AtomicBoolean spoilt) {
            return MessageHandlers.with()
                    .each(VoidPayment.class, received -> {
                        var thing = new Thing(received.envelope().subject(), 1);
                        entities.persist(thing);
                        if (spoilt.get()) {
                            thing.spoil();
                        }
                    })
                    .build();
        }
    }

    @Test
    void seesAConstraintThatAnEntityViolatesAtTheCommit() {
        long key = parked();

        spoilt.set(true);
        assertThat(rehearsal.rehearse(key))
                .extracting(Rehearsed::error)
                .containsExactly(DataIntegrityViolationException.class.getName());
        spoilt.set(false);
        assertThat(rehearsal.rehearse(key)).extracting(Rehearsed::result).containsExactly(Rehearsed.Result.PASSES);

        assertThat(jdbc.queryForList("SELECT id FROM effect WHERE subject = ?", order))
                .isEmpty();
    }

    private long parked() {
        long key =
                Objects.requireNonNull(jdbc.queryForObject("""
                INSERT INTO held_key (topic, message_key, state, reason) VALUES (?, ?, 'PARKED', 'HANDLING_FAILED') RETURNING id
                """, Long.class, Topic.PAYMENT_COMMANDS.topicName(), order));
        jdbc.update(
                """
                INSERT INTO held_message (held_key, message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                                          source, subject, sequence, type, headers, body, reason, attempts)
                VALUES (?, ?, ?, 0, ?, now(), ?, ?, '/test/payment.commands', ?, 1, 'VoidPayment', ?::jsonb, ?, 'HANDLING_FAILED', 5)
                """,
                key,
                UUID.randomUUID(),
                Topic.PAYMENT_COMMANDS.topicName(),
                System.nanoTime(),
                order,
                bytes(order),
                order,
                headers(),
                bytes("{\"sagaId\":\"" + UUID.randomUUID() + "\",\"orderId\":\"" + order + "\"}"));
        return key;
    }

    private String headers() {
        return Stream.of(
                        "ce_specversion=1.0",
                        "ce_id=" + UUID.randomUUID(),
                        "ce_type=io.fulfilment.payment.VoidPayment.v1",
                        "ce_source=/test/payment.commands",
                        "ce_subject=" + order,
                        "ce_time=2026-01-02T03:04:05Z",
                        "ce_sequence=1",
                        "ce_correlationid=" + UUID.randomUUID(),
                        "content-type=application/json")
                .map(header -> header.split("=", 2))
                .map(header -> "{\"name\":\"" + header[0] + "\",\"value\":\"" + header[1] + "\"}")
                .toList()
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
