@NullMarked
package io.fulfilment.saga.timers;

import org.jspecify.annotations.NullMarked;
