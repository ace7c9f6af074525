package io.fulfilment.messaging.deadletter;

import java.util.List;

/** Holds records back in the current transaction, in order within a key. */
public final class HeldKeys {

    private final HeldTable table;

    HeldKeys(HeldTable table) {
        this.table = table;
    }

    /** Safe to repeat: a record is held once. Those of a key that is held already go behind what is there. */
    public void hold(List<Held> records) {
        if (!records.isEmpty()) {
            table.insert(records);
        }
    }
}
