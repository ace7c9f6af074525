package io.fulfilment.messaging.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the outbox.
 *
 * @param maxRecordSize the largest record with its headers; what is larger is refused when it is appended
 */
@ConfigurationProperties("fulfilment.messaging.outbox")
record OutboxSettings(@DefaultValue("256KB") DataSize maxRecordSize) {

    /** The most that the attributes of a message take up beside its key. */
    private static final DataSize HEADERS = DataSize.ofKilobytes(2);

    OutboxSettings {
        if (maxRecordSize.compareTo(HEADERS) <= 0) {
            throw new IllegalArgumentException("fulfilment.messaging.outbox.max-record-size is above " + HEADERS);
        }
    }

    boolean fits(long bodyAndKey) {
        return bodyAndKey <= maxRecordSize.toBytes() - HEADERS.toBytes();
    }
}
