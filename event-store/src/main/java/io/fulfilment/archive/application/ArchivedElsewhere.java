package io.fulfilment.archive.application;

/**
 * A partition has moved on without this process: another one archives it now, or a commit came through whose
 * acknowledgement did not. Nothing has been stored.
 */
public final class ArchivedElsewhere extends RuntimeException {

    public ArchivedElsewhere(String message) {
        super(message);
    }
}
