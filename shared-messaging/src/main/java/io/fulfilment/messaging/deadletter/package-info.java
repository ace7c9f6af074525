/** Keeps the messages that can't be handled, and what comes behind them. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
