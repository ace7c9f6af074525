package io.fulfilment.console.lag;

import java.time.Instant;

/** Tells what time it is. */
@FunctionalInterface
public interface Moments {

    Moments OF_SYSTEM = () -> new Moment(Instant.now(), System.nanoTime());

    Moment now();
}
