/** Sagas as pictures, drawn from their definitions. */
@NullMarked
package io.fulfilment.saga.diagram;

import org.jspecify.annotations.NullMarked;
