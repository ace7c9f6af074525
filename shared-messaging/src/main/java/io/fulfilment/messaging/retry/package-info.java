/** Working on whatever fails, and how long to wait before. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.retry;

import org.jspecify.annotations.NullMarked;
