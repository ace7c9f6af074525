/** The commands that this service obeys. */
@NullMarked
package io.fulfilment.payment.messaging;

import org.jspecify.annotations.NullMarked;
