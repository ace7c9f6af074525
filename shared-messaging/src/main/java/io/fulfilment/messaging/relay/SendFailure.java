package io.fulfilment.messaging.relay;

/** A row that could not be sent, and why. */
record SendFailure(UnpublishedRow row, Throwable error) {

    SendFault fault() {
        return SendFault.of(error);
    }
}
