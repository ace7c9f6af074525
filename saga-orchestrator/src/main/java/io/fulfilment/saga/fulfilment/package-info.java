/** The saga that takes an order from being placed to being completed, or undoes it. */
@NullMarked
package io.fulfilment.saga.fulfilment;

import org.jspecify.annotations.NullMarked;
