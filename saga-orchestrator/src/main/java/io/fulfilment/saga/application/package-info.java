/** Starts sagas and takes them on: replies, timers and operators, each in one transaction for a whole batch. */
@NullMarked
package io.fulfilment.saga.application;

import org.jspecify.annotations.NullMarked;
