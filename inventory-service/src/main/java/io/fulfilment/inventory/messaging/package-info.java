/** The commands that come over Kafka. */
@NullMarked
package io.fulfilment.inventory.messaging;

import org.jspecify.annotations.NullMarked;
