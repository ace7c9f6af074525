/** Deletes rows that nobody needs any more. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.retention;

import org.jspecify.annotations.NullMarked;
