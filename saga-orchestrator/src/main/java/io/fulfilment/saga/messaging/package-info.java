/** What sagas begin with and go on with: orders and replies. */
@NullMarked
package io.fulfilment.saga.messaging;

import org.jspecify.annotations.NullMarked;
