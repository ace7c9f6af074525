/** A look at what is under way, before an upgrade. */
@NullMarked
package io.fulfilment.saga.preflight;

import org.jspecify.annotations.NullMarked;
