package io.fulfilment.messaging.relay;

/** The broker didn't take what it was sent. */
final class PublishingFailedException extends RuntimeException {

    PublishingFailedException(Throwable cause) {
        super("the broker did not take what it was sent: " + cause, cause);
    }
}
