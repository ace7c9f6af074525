/** Threads of the orchestrator's own, and what they do about failures. */
@NullMarked
package io.fulfilment.saga.work;

import org.jspecify.annotations.NullMarked;
