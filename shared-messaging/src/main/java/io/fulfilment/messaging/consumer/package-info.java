/** Handles what comes in, a batch in one transaction, each message once in effect. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.consumer;

import org.jspecify.annotations.NullMarked;
