/**
 * Whether messages reach their handlers once in effect, in the order of their keys and without a loss, whatever fails
 * meanwhile: services as processes of their own under schedules of faults, and a checker that compares what was committed
 * with what was handled.
 */
@NullMarked
package io.fulfilment.messaging.conformance;

import org.jspecify.annotations.NullMarked;
