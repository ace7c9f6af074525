/** The read side. */
@NullMarked
package io.fulfilment.notification.query;

import org.jspecify.annotations.NullMarked;
