package io.fulfilment.saga.application;

import java.util.UUID;

/** A saga as it was found, whether or not this program can carry it on. */
public sealed interface Reading {

    record Readable(StoredSaga<?> saga) implements Reading {}

    /** @param why for people; without what the saga knows */
    record Unreadable(UUID id, String type, int definitionVersion, String why) implements Reading {}
}
