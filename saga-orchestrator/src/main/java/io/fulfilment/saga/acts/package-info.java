/** Does what operators have decided about many sagas. */
@NullMarked
package io.fulfilment.saga.acts;

import org.jspecify.annotations.NullMarked;
