/** The sagas of an order: one takes it from being placed to being completed, or undoes it; one cancels it. */
@NullMarked
package io.fulfilment.saga.fulfilment;

import org.jspecify.annotations.NullMarked;
