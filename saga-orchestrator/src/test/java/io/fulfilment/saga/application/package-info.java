/** The use cases on a real database. */
@NullMarked
package io.fulfilment.saga.application;

import org.jspecify.annotations.NullMarked;
