/** From messages to bytes and back: JSON bodies, CloudEvents headers. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.codec;

import org.jspecify.annotations.NullMarked;
