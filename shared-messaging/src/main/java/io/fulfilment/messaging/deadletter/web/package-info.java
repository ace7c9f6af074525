/** The operators' API over dead letters. Every service with handlers that answers HTTP has it. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.deadletter.web;

import org.jspecify.annotations.NullMarked;
