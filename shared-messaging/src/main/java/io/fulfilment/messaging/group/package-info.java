/** Consumer groups, as the consumer and the archive form them. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.group;

import org.jspecify.annotations.NullMarked;
