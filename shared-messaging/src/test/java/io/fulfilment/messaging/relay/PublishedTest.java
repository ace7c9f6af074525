package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.relay.Published.Continuation;
import io.fulfilment.messaging.relay.UnpublishedRow.Key;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedTest {

    private final Published published = new Published();

    @Test
    void theFirstOfAKeyMayBeSentAndWhatFollowsInTheSameBatch() {
        Continuation next = published.continued(List.of(row("a", 1), row("b", 1), row("a", 2)));

        assertThat(sequences(next)).containsExactly(1L, 1L, 2L);
        assertThat(next.complete()).isTrue();
    }

    @Test
    void whatFollowsTheLastAcknowledgedMayBeSent() {
        published.acknowledged(List.of(row("a", 6), row("a", 7)));

        Continuation next = published.continued(List.of(row("a", 7), row("a", 8)));

        assertThat(sequences(next)).containsExactly(8L);
        assertThat(next.complete()).isTrue();
    }

    @Test
    void nothingIsSentAcrossAGap() {
        published.acknowledged(List.of(row("a", 6)));

        Continuation next = published.continued(List.of(row("a", 8), row("a", 9), row("b", 1)));

        assertThat(next.rows()).extracting(row -> row.key().subject()).containsExactly("b");
        assertThat(next.complete()).isFalse();
    }

    @Test
    void aKeyThatIsNotRememberedHasToBeLookedUp() {
        Continuation next = published.continued(List.of(row("a", 2)));

        assertThat(next.rows()).isEmpty();
        assertThat(next.complete()).isFalse();
    }

    @Test
    void whatIsAcknowledgedAgainTakesNothingBack() {
        published.acknowledged(List.of(row("a", 7)));
        published.acknowledged(List.of(row("a", 6)));

        assertThat(sequences(published.continued(List.of(row("a", 7), row("a", 8)))))
                .containsExactly(8L);
    }

    @Test
    void whatWasNotAcknowledgedIsNotBuiltUpon() {
        published.continued(List.of(row("a", 1)));

        assertThat(published.continued(List.of(row("a", 2))).complete()).isFalse();
    }

    private static UnpublishedRow row(String key, long sequence) {
        return new UnpublishedRow(
                sequence,
                UUID.randomUUID(),
                new Key("topic", key),
                sequence,
                "type",
                null,
                null,
                null,
                null,
                new byte[0],
                Instant.EPOCH);
    }

    private static List<Long> sequences(Continuation continuation) {
        return continuation.rows().stream().map(UnpublishedRow::sequence).toList();
    }
}
