/** What texts and times clients may send about orders, sagas and dead letters; what an archive may be asked for is its own. */
@NullMarked
package io.fulfilment.web.input;

import org.jspecify.annotations.NullMarked;
