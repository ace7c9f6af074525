/** Working on whatever fails, and how long to wait before. */
@NullMarked
package io.fulfilment.messaging.retry;

import org.jspecify.annotations.NullMarked;
