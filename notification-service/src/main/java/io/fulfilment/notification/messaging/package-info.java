/** The commands that this service obeys. */
@NullMarked
package io.fulfilment.notification.messaging;

import org.jspecify.annotations.NullMarked;
