/** A real Kafka broker as a process of its own. */
@NullMarked
package io.fulfilment.local.kafka;

import org.jspecify.annotations.NullMarked;
