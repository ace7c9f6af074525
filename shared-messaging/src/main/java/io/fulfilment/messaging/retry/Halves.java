package io.fulfilment.messaging.retry;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on many at once. Where that fails each half is tried by itself, and so on, down to single ones: the fault of one doesn't keep
 * the others waiting.
 *
 * @param attempt does all or, if it throws, nothing: one transaction
 * @param isOutage whether a fault is none of theirs, so that fewer would fare no better
 * @param failed is told of each that fails alone
 */
public record Halves<T>(
        Consumer<List<T>> attempt, Predicate<RuntimeException> isOutage, BiConsumer<T, RuntimeException> failed) {

    private static final Logger LOG = LoggerFactory.getLogger(Halves.class);

    /** @throws RuntimeException an outage, which ends it; what was done by then stays done */
    public void work(List<T> all) {
        if (all.isEmpty()) {
            return;
        }
        try {
            attempt.accept(all);
        } catch (RuntimeException e) {
            if (isOutage.test(e)) {
                throw e;
            }
            if (all.size() == 1) {
                failed.accept(all.getFirst(), e);
                return;
            }
            LOG.info("{} did not go together, and are taken apart: {}", all.size(), Causes.of(e));
            int middle = all.size() / 2;
            work(all.subList(0, middle));
            work(all.subList(middle, all.size()));
        }
    }
}
