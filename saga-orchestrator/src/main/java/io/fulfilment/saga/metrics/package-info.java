/** How many sagas there are. */
@NullMarked
package io.fulfilment.saga.metrics;

import org.jspecify.annotations.NullMarked;
