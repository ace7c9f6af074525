/** Tells customers what became of their orders; at most once for each order and kind. */
@NullMarked
package io.fulfilment.notification;

import org.jspecify.annotations.NullMarked;
