/** What a service needs to send and to handle messages: append to the outbox, declare handlers. */
@NullMarked
package io.fulfilment.messaging;

import org.jspecify.annotations.NullMarked;
