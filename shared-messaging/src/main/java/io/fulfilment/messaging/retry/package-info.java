/** How long to wait before trying again. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.retry;

import org.jspecify.annotations.NullMarked;
