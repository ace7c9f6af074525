/** The whole system on one machine, as {@code ./run} starts it. */
@NullMarked
package io.fulfilment.local;

import org.jspecify.annotations.NullMarked;
