/** Sagas in PostgreSQL, read and written as sets. */
@NullMarked
package io.fulfilment.saga.persistence;

import org.jspecify.annotations.NullMarked;
