package io.fulfilment.messaging.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Topic;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What others do wrong, and only when something fails, the checker finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenVariantsIT {

    private static final Consumer<IllegalStateException> NOTHING_FAILS = failure -> {
        throw new AssertionError(failure);
    };

    private final Workshop workshop = Workshop.open(TestBed.shared());

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void aConsumerWithoutAnInboxRepeatsWhatComesTwice() {
        String key = key();
        try (var relay = workshop.relay();
                var consumer = workshop.consumer()) {
            workshop.load().send(key, 3);
            relay.publishWhatItCan(NOTHING_FAILS);
            consumer.handle();
            assertThat(workshop.violations(key)).isEmpty();

            sendAgain(key);
            consumer.handle();
        }

        assertThat(workshop.violations(key)).hasSize(3).hasOnlyElementsOfType(Violation.Repeated.class);
    }

    private void sendAgain(String key) {
        try (var records = new Records(workshop.broker().direct(), Topic.INVENTORY_COMMANDS.topicName());
                var sender = new Sender(workshop.broker())) {
            sender.send(records.all().stream()
                    .filter(found -> key.equals(Records.key(found)))
                    .map(Records::copy)
                    .toList());
        }
    }

    @Test
    void aConsumerThatCommitsItsOffsetsFirstLosesWhatItHadInHand() {
        String key = key();
        try (var relay = workshop.relay()) {
            NaiveConsumer first = workshop.consumer();
            workshop.load().send(key, 2);
            relay.publishWhatItCan(NOTHING_FAILS);
            first.handle();
            assertThat(workshop.violations(key)).isEmpty();

            workshop.load().send(key, 2);
            relay.publishWhatItCan(NOTHING_FAILS);
            first.commitOffsetsAndEnd();
            try (var second = workshop.consumer()) {
                second.handle();
            }
        }

        assertThat(workshop.violations(key)).hasSize(2).hasOnlyElementsOfType(Violation.Lost.class);
    }

    @Test
    void aRelayWithACursorLosesWhatCommitsOutOfTheOrderOfTheIds() {
        String early = key();
        String late = key();
        try (var relay = workshop.relay();
                var consumer = workshop.consumer()) {
            workshop.load().send(late, 1);
            relay.publishBeyondTheLast();
            consumer.handle();
            assertThat(workshop.violations(late)).isEmpty();

            workshop.load().send(late, 1, () -> publishAnother(relay, early));
            relay.publishBeyondTheLast();
            consumer.handle();
        }

        assertThat(workshop.violations(early, late))
                .singleElement()
                .isInstanceOfSatisfying(
                        Violation.Lost.class, lost -> assertThat(lost.key()).isEqualTo(late));
    }

    /** While the transaction that got the lower id is still open. */
    private void publishAnother(NaiveRelay relay, String key) {
        CompletableFuture.runAsync(() -> {
                    workshop.load().send(key, 1);
                    relay.publishBeyondTheLast();
                })
                .join();
    }

    @Test
    void aRelayThatGoesOnBehindAFailedSendPutsAKeyOutOfOrder() {
        String key = key();
        BrokerProxy proxy = workshop.broker().proxy();
        var failures = new ArrayList<IllegalStateException>();
        try (var relay = workshop.relay();
                var consumer = workshop.consumer()) {
            workshop.load().send(key, 1);
            relay.publishWhatItCan(NOTHING_FAILS);
            consumer.handle();
            assertThat(workshop.violations(key)).isEmpty();

            workshop.load().send(key, 2);
            proxy.shut();
            relay.publishWhatItCan(failure -> {
                failures.add(failure);
                proxy.open();
            });
            relay.publishWhatItCan(NOTHING_FAILS);
            consumer.handle();
        }

        assertThat(failures).hasSize(1);
        assertThat(workshop.violations(key)).singleElement().isInstanceOf(Violation.OutOfOrder.class);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
