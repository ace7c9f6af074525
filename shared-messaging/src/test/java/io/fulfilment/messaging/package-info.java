@NullMarked
package io.fulfilment.messaging;

import org.jspecify.annotations.NullMarked;
