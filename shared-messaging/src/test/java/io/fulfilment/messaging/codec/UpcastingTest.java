package io.fulfilment.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.events.Command;
import io.fulfilment.events.Message;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.codec.Incoming.Unreadable;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelLost;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSent;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSentV1;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelSentV2;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelWeighed;
import io.fulfilment.messaging.codec.ParcelEvent.ParcelWeighedV1;
import io.fulfilment.messaging.codec.UnreadableRecordException.Fault;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class UpcastingTest {

    @Test
    void anOldVersionIsReadAsTheNewestThroughAllBetween() {
        assertThat(read(new ParcelSentV1("P1"), ParcelSent.class).received().message())
                .isEqualTo(new ParcelSent("P1", "by road", 1));
        assertThat(read(new ParcelSentV2("P1", "by air"), ParcelSent.class)
                        .received()
                        .message())
                .isEqualTo(new ParcelSent("P1", "by air", 1));
    }

    @Test
    void theEnvelopeKeepsTheTypeThatWasOnTheWire() {
        assertThat(read(new ParcelSentV1("P1"), ParcelSent.class).type()).isEqualTo(new TypeName("test.ParcelSent", 1));
    }

    @Test
    void aVersionThatHasAHandlerIsUpcastNoFurther() {
        assertThat(read(new ParcelSentV1("P1"), List.of(ParcelSentV2.class, ParcelSent.class))
                        .received()
                        .message())
                .isEqualTo(new ParcelSentV2("P1", "by road"));
        assertThat(read(new ParcelSentV1("P1"), ParcelSentV1.class).received().message())
                .isEqualTo(new ParcelSentV1("P1"));
    }

    @Test
    void anOldVersionOfWhatHasNoHandlerIsPassedOver() {
        var incoming = reader(List.of(ParcelLost.class)).read(ParcelRecords.of(new ParcelSentV1("P1")));

        assertThat(incoming).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void aVersionThatIsHandledOnlyInItsOldFormIsPassedOverInItsNewOne() {
        var incoming = reader(List.of(ParcelSentV1.class)).read(ParcelRecords.of(new ParcelSent("P1", "by air", 2)));

        assertThat(incoming).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void aMessageThatItsUpcasterFailsOnIsUnreadable() {
        assertThat(fault(ParcelRecords.of(new ParcelWeighedV1("P1", -1)))).isEqualTo(Fault.INVALID_BODY);
    }

    @Test
    void aMessageThatItsUpcasterMovesToAnotherSubjectIsUnreadable() {
        assertThat(fault(ParcelRecords.of(new ParcelWeighedV1("P1", 0)))).isEqualTo(Fault.INVALID_BODY);
        assertThat(read(new ParcelWeighedV1("P1", 2_000), ParcelWeighed.class)
                        .received()
                        .message())
                .isEqualTo(new ParcelWeighed("P1", 2));
    }

    @Test
    void aVersionThatTheLanguageDoesNotKnowIsUnreadable() {
        assertThat(fault(ParcelRecords.of("test.ParcelWeighed.v3", new ParcelWeighed("P1", 2))))
                .isEqualTo(Fault.UNKNOWN_TYPE);
    }

    @Test
    void anUpcasterThatLeadsBackIsFoundAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownTypes.around(List.of(Circle.Straight.class)))
                .withMessage("test.Round.v1 is no later version of test.Round.v2");
    }

    private static Readable read(Message message, Class<? extends Message> handled) {
        return read(message, List.of(handled));
    }

    private static Readable read(Message message, Collection<Class<? extends Message>> handled) {
        return (Readable) reader(handled).read(ParcelRecords.of(message));
    }

    private static Fault fault(ConsumerRecord<byte[], byte[]> origin) {
        return ((Unreadable) reader(List.of(ParcelWeighed.class)).read(origin))
                .error()
                .fault();
    }

    /** As the registry of handlers sets it up. */
    private static RecordReader reader(Collection<Class<? extends Message>> handled) {
        var known = KnownTypes.around(handled);
        var types = Stream.concat(handled.stream().map(TypeName::of), known.upcast().keySet().stream());
        return new RecordReader(new MessageJson(), known, types.collect(Collectors.toSet()));
    }

    /** Two versions that each think to be the older one. */
    @PublishedTo(Topic.ORDER_COMMANDS)
    sealed interface Circle extends Command {

        @Override
        default String subject() {
            return "round";
        }

        @MessageType("test.Straight")
        record Straight() implements Circle {}

        @MessageType("test.Round")
        record RoundV1() implements Circle, Superseded<RoundV2> {

            @Override
            public RoundV2 upcast() {
                return new RoundV2();
            }
        }

        @MessageType(value = "test.Round", version = 2)
        record RoundV2() implements Circle, Superseded<RoundV1> {

            @Override
            public RoundV1 upcast() {
                return new RoundV1();
            }
        }
    }
}
