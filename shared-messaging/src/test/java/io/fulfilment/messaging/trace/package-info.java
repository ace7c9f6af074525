@NullMarked
package io.fulfilment.messaging.trace;

import org.jspecify.annotations.NullMarked;
