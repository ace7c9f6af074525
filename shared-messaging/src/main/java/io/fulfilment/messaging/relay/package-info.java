/** Publishes what the outbox holds, in the order of each key. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.relay;

import org.jspecify.annotations.NullMarked;
