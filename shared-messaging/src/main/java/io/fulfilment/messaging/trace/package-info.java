/** What is told of messages on their way: spans, and fields of log lines. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.trace;

import org.jspecify.annotations.NullMarked;
