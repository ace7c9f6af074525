package io.fulfilment.messaging.outbox;

import java.util.List;

/** Told what there is to publish. */
@FunctionalInterface
public interface RelaySignal {

    /**
     * Called on the thread of the transaction just after it committed: cheap, and never throws. Transactions that commit at
     * the same time may be told in either order.
     *
     * @param rows what it appended, in order
     */
    void committed(List<StoredRow> rows);
}
