/** Makes the topics where nobody else does. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.topics;

import org.jspecify.annotations.NullMarked;
