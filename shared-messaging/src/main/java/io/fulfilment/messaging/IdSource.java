package io.fulfilment.messaging;

import java.util.UUID;

/** Makes UUIDs of version 7, rising within a process. A bean, so that tests can fix what it makes. */
@FunctionalInterface
public interface IdSource {

    UUID next();
}
