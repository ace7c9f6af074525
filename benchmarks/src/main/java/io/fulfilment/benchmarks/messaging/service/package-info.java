/** A small service on the starter, which does what the messaging benchmark tells it. */
@NullMarked
package io.fulfilment.benchmarks.messaging.service;

import org.jspecify.annotations.NullMarked;
