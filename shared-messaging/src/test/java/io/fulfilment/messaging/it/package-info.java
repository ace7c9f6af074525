/** The starter as a service uses it, on real PostgreSQL and Kafka. */
@NullMarked
package io.fulfilment.messaging.it;

import org.jspecify.annotations.NullMarked;
