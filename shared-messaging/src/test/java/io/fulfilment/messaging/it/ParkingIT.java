package io.fulfilment.messaging.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.RecordSender;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MessagingIT
class ParkingIT {

    private final RecordSender kafka = new RecordSender();
    private final Commands poisoned = Commands.aboutAnOrder();
    private final Commands healthy = Commands.aboutAnOrder();
    private final Effects effects;
    private final ParkedLetters parked;

    @Autowired
    ParkingIT(Effects effects, JdbcTemplate jdbc) {
        this.effects = effects;
        this.parked = new ParkedLetters(jdbc);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void aMessageThatKeepsFailingIsParkedWithAllBehindItAndNoOthers() {
        UUID failing = UUID.randomUUID();
        effects.when(failing, received -> {
            throw new IllegalStateException("never");
        });
        kafka.send(poisoned.release(UUID.randomUUID(), 1));
        kafka.send(poisoned.release(failing, 2));
        kafka.send(poisoned.release(UUID.randomUUID(), 3));
        kafka.send(healthy.release(UUID.randomUUID(), 1));

        awaitReasons("HANDLING_FAILED", "BEHIND_PARKED");
        kafka.send(poisoned.dispatch(UUID.randomUUID(), 4));
        kafka.send(healthy.release(UUID.randomUUID(), 2));

        awaitReasons("HANDLING_FAILED", "BEHIND_PARKED", "BEHIND_PARKED");
        assertThat(effects.sequencesOf(poisoned.subject())).containsExactly(1L);
        await().untilAsserted(
                        () -> assertThat(effects.sequencesOf(healthy.subject())).containsExactly(1L, 2L));
    }

    @Test
    void aParkedMessageThatComesAgainIsNotParkedAgain() {
        UUID failing = UUID.randomUUID();
        effects.when(failing, received -> {
            throw new IllegalStateException("never");
        });
        kafka.send(poisoned.release(failing, 1));
        kafka.send(poisoned.release(failing, 1));
        kafka.send(poisoned.release(UUID.randomUUID(), 2));

        awaitReasons("HANDLING_FAILED", "BEHIND_PARKED");
    }

    @Test
    void aCopySaysWhereItCameFromAndWhy() {
        UUID failing = UUID.randomUUID();
        effects.when(failing, received -> {
            throw new IllegalStateException("never");
        });
        var origin = kafka.send(poisoned.release(failing, 1));

        var copy = await().until(() -> parked.copies(poisoned.subject()), copies -> !copies.isEmpty())
                .getFirst();

        assertThat(ParkedLetters.header(copy, "ce_id")).isEqualTo(failing.toString());
        assertThat(ParkedLetters.header(copy, "ce_sequence")).isEqualTo("1");
        assertThat(ParkedLetters.header(copy, "dead-letter-topic")).isEqualTo(Commands.TOPIC);
        assertThat(ParkedLetters.header(copy, "dead-letter-partition")).isEqualTo(Integer.toString(origin.partition()));
        assertThat(ParkedLetters.header(copy, "dead-letter-offset")).isEqualTo(Long.toString(origin.offset()));
        assertThat(ParkedLetters.header(copy, "dead-letter-reason")).isEqualTo("HANDLING_FAILED");
        assertThat(ParkedLetters.header(copy, "dead-letter-error")).isEqualTo("java.lang.IllegalStateException");
        assertThat(new String(copy.value(), StandardCharsets.UTF_8)).contains(poisoned.subject());
    }

    /** The partition goes on behind whatever comes. */
    @ParameterizedTest
    @EnumSource
    void anUnreadableRecordIsParkedAndStopsNoOther(Poison poison) {
        long before = parked.count();
        ProducerRecord<byte[], byte[]> bad = poison.spoil(poisoned);
        var place = kafka.send(bad);
        kafka.send(beside(place.partition()));

        await().untilAsserted(
                        () -> assertThat(effects.sequencesOf(healthy.subject())).containsExactly(1L));
        await().untilAsserted(() -> assertThat(parked.count()).isEqualTo(before + 1));
    }

    private ProducerRecord<byte[], byte[]> beside(int partition) {
        var command = healthy.release(UUID.randomUUID(), 1);
        return new ProducerRecord<>(command.topic(), partition, command.key(), command.value(), command.headers());
    }

    private void awaitReasons(String... reasons) {
        await().untilAsserted(
                        () -> assertThat(parked.reasons(poisoned.subject())).containsExactly(reasons));
    }
}
