/** The operators' API as a service that answers HTTP has it. */
@NullMarked
package io.fulfilment.messaging.deadletter.web;

import org.jspecify.annotations.NullMarked;
