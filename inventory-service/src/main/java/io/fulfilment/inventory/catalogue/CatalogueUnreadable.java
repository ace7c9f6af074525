package io.fulfilment.inventory.catalogue;

/** The service does not start with half a catalogue; the message says what is wrong, and in which lines. */
final class CatalogueUnreadable extends RuntimeException {

    CatalogueUnreadable(String message) {
        super(message);
    }

    CatalogueUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
