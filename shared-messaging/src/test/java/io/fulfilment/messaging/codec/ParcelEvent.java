package io.fulfilment.messaging.codec;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.Topic;

/** A language with a past: one message in its third version, and one whose upcaster does not know all of its history. */
@PublishedTo(Topic.ORDER_EVENTS)
public sealed interface ParcelEvent extends Event {

    String parcel();

    @Override
    default String subject() {
        return parcel();
    }

    @MessageType("test.ParcelSent")
    record ParcelSentV1(String parcel) implements ParcelEvent, Superseded<ParcelSentV2> {

        @Override
        public ParcelSentV2 upcast() {
            return new ParcelSentV2(parcel, "by road");
        }
    }

    @MessageType(value = "test.ParcelSent", version = 2)
    record ParcelSentV2(String parcel, String way) implements ParcelEvent, Superseded<ParcelSent> {

        @Override
        public ParcelSent upcast() {
            return new ParcelSent(parcel, way, 1);
        }
    }

    @MessageType(value = "test.ParcelSent", version = 3)
    record ParcelSent(String parcel, String way, int pieces) implements ParcelEvent {}

    @MessageType("test.ParcelWeighed")
    record ParcelWeighedV1(String parcel, int grams) implements ParcelEvent, Superseded<ParcelWeighed> {

        @Override
        public ParcelWeighed upcast() {
            if (grams < 0) {
                throw new IllegalStateException("lighter than air");
            }
            return new ParcelWeighed(grams == 0 ? "another parcel" : parcel, grams / 1_000);
        }
    }

    @MessageType(value = "test.ParcelWeighed", version = 2)
    record ParcelWeighed(String parcel, int kilograms) implements ParcelEvent {}

    @MessageType("test.ParcelLost")
    record ParcelLost(String parcel) implements ParcelEvent {}
}
