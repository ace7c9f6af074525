/** How a saga goes on: definitions, instances, and a pure function from an instance and an input to what happens next. */
@NullMarked
package io.fulfilment.saga.engine;

import org.jspecify.annotations.NullMarked;
