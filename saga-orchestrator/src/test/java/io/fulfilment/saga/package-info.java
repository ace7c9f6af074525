/** The orchestrator as a whole. */
@NullMarked
package io.fulfilment.saga;

import org.jspecify.annotations.NullMarked;
