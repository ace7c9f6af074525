package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.relay.UnpublishedRow.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last sequence that was acknowledged of each key, as far as remembered. What comes next after it, or is a key's first, may
 * be sent without a look into the table, whoever else publishes: everything before it is there already.
 */
final class Published {

    private static final int MOST_KEYS = 50_000;

    private final Map<Key, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** What of some rows may be sent; if not complete, something was left out that is yet to be sent. */
    record Continuation(List<UnpublishedRow> rows, boolean complete) {}

    Continuation continued(List<UnpublishedRow> rows) {
        var reached = new HashMap<Key, Long>();
        var next = new ArrayList<UnpublishedRow>(rows.size());
        boolean complete = true;
        for (UnpublishedRow row : rows) {
            long before = reached.computeIfAbsent(row.key(), key -> last.getOrDefault(key, 0L));
            if (row.sequence() == before + 1) {
                reached.put(row.key(), row.sequence());
                next.add(row);
            } else if (row.sequence() > before) {
                complete = false;
            }
        }
        return new Continuation(next, complete);
    }

    /** Those of a key are told in order; one that comes again changes nothing. */
    void acknowledged(List<UnpublishedRow> rows) {
        rows.forEach(row -> last.merge(row.key(), row.sequence(), Math::max));
    }
}
