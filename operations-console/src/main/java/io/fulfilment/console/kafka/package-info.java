/** Looks at Kafka. The only package here that knows its API. */
@NullMarked
package io.fulfilment.console.kafka;

import org.jspecify.annotations.NullMarked;
