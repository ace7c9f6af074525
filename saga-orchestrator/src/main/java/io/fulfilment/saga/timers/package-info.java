/** Looks for sagas whose time is up. */
@NullMarked
package io.fulfilment.saga.timers;

import org.jspecify.annotations.NullMarked;
