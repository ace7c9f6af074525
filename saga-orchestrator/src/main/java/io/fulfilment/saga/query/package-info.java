/** Sagas as operators see them. */
@NullMarked
package io.fulfilment.saga.query;

import org.jspecify.annotations.NullMarked;
