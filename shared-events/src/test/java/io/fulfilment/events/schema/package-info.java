/** Holds the contracts still: generates their schemas, compares them with what has landed, reads approved samples. */
@NullMarked
package io.fulfilment.events.schema;

import org.jspecify.annotations.NullMarked;
