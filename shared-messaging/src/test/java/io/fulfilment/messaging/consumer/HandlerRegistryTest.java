package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.codec.KnownTypes;
import io.fulfilment.messaging.codec.MessageJson;
import io.fulfilment.messaging.codec.ParcelEvent;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelLost;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSent;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSentV1;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSentV2;
import io.fulfilment.messaging.codec.ParcelRecords;
import io.fulfilment.messaging.codec.RecordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandlerRegistryTest {

    private final List<List<Message>> calls = new ArrayList<>();

    @Test
    void allVersionsOfAMessageAreHandledTogetherAsTheNewest() {
        var handlers = MessageHandlers.with().batch(ParcelSent.class, noting()).build();

        handle(
                List.of(handlers),
                new ParcelSentV1("P1"),
                new ParcelSent("P2", "by air", 2),
                new ParcelSentV2("P3", "by sea"));

        assertThat(calls)
                .containsExactly(List.of(
                        new ParcelSent("P1", "by road", 1),
                        new ParcelSent("P2", "by air", 2),
                        new ParcelSent("P3", "by sea", 1)));
    }

    @Test
    void aSealedParentStandsForTheNewestVersionsOfItsRecords() {
        var handlers = MessageHandlers.with().batch(ParcelEvent.class, noting()).build();

        assertThat(handlers.byType()).doesNotContainKey(TypeName.of(ParcelSentV1.class));
        handle(List.of(handlers), new ParcelSentV1("P1"), new ParcelLost("P2"));

        assertThat(calls).containsExactly(List.of(new ParcelSent("P1", "by road", 1), new ParcelLost("P2")));
    }

    @Test
    void aHandlerThatNamesAnOldVersionGetsItAsItIs() {
        var newest = MessageHandlers.with().batch(ParcelSent.class, noting()).build();
        var old = MessageHandlers.with().batch(ParcelSentV1.class, noting()).build();

        handle(List.of(newest, old), new ParcelSentV1("P1"), new ParcelSentV2("P2", "by sea"));

        assertThat(calls).containsExactly(List.of(new ParcelSentV1("P1")), List.of(new ParcelSent("P2", "by sea", 1)));
    }

    @Test
    void twoHandlersOfOneVersionAreRefused() {
        var one = MessageHandlers.with().batch(ParcelSentV1.class, noting()).build();
        var other = MessageHandlers.with().batch(ParcelSentV1.class, noting()).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HandlerRegistry(List.of(one, other)))
                .withMessage("two handlers for test.ParcelSent.v1");
    }

    private <M extends Message> Consumer<List<Received<M>>> noting() {
        return batch -> calls.add(batch.stream().<Message>map(Received::message).toList());
    }

    private static void handle(List<MessageHandlers> beans, Message... messages) {
        var registry = new HandlerRegistry(beans);
        var reader = new RecordReader(new MessageJson(), KnownTypes.around(registry.classes()), registry.types());
        var readable = Stream.of(messages)
                .map(ParcelRecords::of)
                .map(reader::read)
                .map(Readable.class::cast)
                .toList();
        Rounds.of(readable, registry::actionOf).forEach(Consumer::accept);
    }
}
