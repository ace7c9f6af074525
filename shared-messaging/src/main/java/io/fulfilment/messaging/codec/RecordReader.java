package io.fulfilment.messaging.codec;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.UnreadableRecordException.Fault;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records that anybody may have sent. Nothing in a record chooses a class: the type's name is looked up among those
 * that may come on the topic. A message of an old version is upcast to the one that is handled; its envelope keeps the type
 * that it came with.
 */
public final class RecordReader {

    private final MessageJson json;
    private final KnownTypes known;
    private final Set<TypeName> handled;

    public RecordReader(MessageJson json, KnownTypes known, Set<TypeName> handled) {
        this.json = json;
        this.known = known;
        this.handled = handled;
    }

    /** Never throws because of what the record holds. */
    public Incoming read(ConsumerRecord<byte[], byte[]> origin) {
        try {
            return readOrThrow(origin);
        } catch (UnreadableRecordException e) {
            return new Incoming.Unreadable(origin, e);
        }
    }

    private Incoming readOrThrow(ConsumerRecord<byte[], byte[]> origin) {
        var attributes = RecordAttributes.of(origin.headers());
        TypeName type = attributes.required(CloudEvent.TYPE, TypeName::parse);
        var messageClass = known.on(origin.topic(), type);
        if (messageClass == null) {
            throw new UnreadableRecordException(Fault.UNKNOWN_TYPE, "no type " + type + " on " + origin.topic());
        }
        Envelope envelope = envelope(origin, attributes, type);
        if (!handled.contains(type)) {
            return new Incoming.Ignored(origin, envelope);
        }
        return new Incoming.Readable(origin, new Received<>(body(origin, messageClass, envelope), envelope));
    }

    private static Envelope envelope(
            ConsumerRecord<byte[], byte[]> origin, RecordAttributes attributes, TypeName type) {
        attributes.required(CloudEvent.SPEC_VERSION, Attributes::version);
        attributes.required(CloudEvent.CONTENT_TYPE, Attributes::json);
        return new Envelope(
                attributes.required(CloudEvent.ID, Attributes::uuid),
                type,
                attributes.required(CloudEvent.SOURCE, text -> text),
                subject(origin, attributes),
                attributes.required(CloudEvent.SEQUENCE, Attributes::sequence),
                attributes.required(CloudEvent.TIME, Instant::parse),
                attributes.required(CloudEvent.CORRELATION_ID, Attributes::uuid),
                attributes.optional(CloudEvent.CAUSATION_ID, Attributes::uuid),
                Attributes.traceparent(attributes.optional(CloudEvent.TRACE_PARENT, text -> text)),
                origin.topic(),
                origin.partition(),
                origin.offset());
    }

    private static String subject(ConsumerRecord<byte[], byte[]> origin, RecordAttributes attributes) {
        String subject = attributes.required(CloudEvent.SUBJECT, text -> text);
        if (origin.key() == null || !subject.equals(Utf8.lenient(origin.key(), Integer.MAX_VALUE))) {
            throw new UnreadableRecordException(Fault.INVALID_RECORD, "the key is not the subject");
        }
        return subject;
    }

    private Message body(
            ConsumerRecord<byte[], byte[]> origin, Class<? extends Message> messageClass, Envelope envelope) {
        if (origin.value() == null) {
            throw new UnreadableRecordException(Fault.INVALID_BODY, "no body");
        }
        Message message = parsed(origin.value(), messageClass);
        if (!envelope.subject().equals(message.subject())) {
            throw new UnreadableRecordException(Fault.INVALID_BODY, "the body is about another subject");
        }
        return upcast(message);
    }

    private Message upcast(Message message) {
        Message handled;
        try {
            handled = known.asHandled(message);
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableRecordException(
                    Fault.INVALID_BODY, "the body of " + TypeName.of(message.getClass()) + " can't be upcast", e);
        }
        if (handled != message && !handled.subject().equals(message.subject())) {
            throw new UnreadableRecordException(
                    Fault.INVALID_BODY, "the upcaster of " + TypeName.of(message.getClass()) + " changes the subject");
        }
        return handled;
    }

    /** An overflow of the stack is the body's doing as much as a syntax error: its nesting. */
    private Message parsed(byte[] body, Class<? extends Message> messageClass) {
        try {
            return json.read(body, messageClass);
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableRecordException(
                    Fault.INVALID_BODY, "the body is no " + messageClass.getSimpleName(), e);
        }
    }

    /** The type that a record claims to have, for what is shown and counted; null unless it is one that may come here. */
    public @Nullable TypeName claimedType(ConsumerRecord<byte[], byte[]> origin) {
        try {
            TypeName type = RecordAttributes.of(origin.headers()).required(CloudEvent.TYPE, TypeName::parse);
            return known.on(origin.topic(), type) == null ? null : type;
        } catch (UnreadableRecordException e) {
            return null;
        }
    }
}
