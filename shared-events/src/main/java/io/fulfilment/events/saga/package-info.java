/** What saga-orchestrator states about the sagas that it drives. */
@NullMarked
package io.fulfilment.events.saga;

import org.jspecify.annotations.NullMarked;
