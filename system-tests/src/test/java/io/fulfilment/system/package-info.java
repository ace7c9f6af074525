/** Drives the packaged system from outside, as {@code ./run} starts it: over HTTP and Kafka only. */
@NullMarked
package io.fulfilment.system;

import org.jspecify.annotations.NullMarked;
