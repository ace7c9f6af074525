package io.fulfilment.archive.application;

import java.time.Instant;
import java.util.List;

/** The records that are kept. They can be added to, and nothing else. */
public interface Archive {

    /** Adds entries, which get rising positions in this order. */
    void append(List<Entry> entries, Instant recordedAt);
}
