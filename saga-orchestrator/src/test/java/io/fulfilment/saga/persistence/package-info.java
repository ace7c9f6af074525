/** What was stored once is read for ever. */
@NullMarked
package io.fulfilment.saga.persistence;

import org.jspecify.annotations.NullMarked;
